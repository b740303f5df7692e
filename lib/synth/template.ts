/** Text as a string of Terraform has it: there `${` and `%{` begin a template. */
export function escapeTemplate(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}
