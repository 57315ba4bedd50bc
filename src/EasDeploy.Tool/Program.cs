using EasDeploy.Tool.Commands;
using EasDeploy.Tool.Output;

return await EasCommandLine.RunAsync(args, ToolConsole.OfThisProcess());
