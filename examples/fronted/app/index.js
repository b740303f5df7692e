/** Answers every request with what was asked. */
exports.handler = async (event) => {
  const request = JSON.parse(event.toString());
  const { http } = request.requestContext;
  return {
    statusCode: 200,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ method: http.method, path: http.path }),
  };
};
