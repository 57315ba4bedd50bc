using System.CommandLine;
using EasDeploy.Tool;
using EasDeploy.Tool.Commands;

RootCommand root = new("Check services for Alibaba Cloud PAI-EAS by hand, as 'dotnet build' does with EasDeploy.Build.") { CheckCommand.Create() };
ParseResult parsed = root.Parse(args);
int code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : code;
