// The analyzer would write where its output is into package.json.
export default { packagejson: false };
