using EasDeploy.AliyunStandIn;

if (args is ["version"])
{
    Console.Out.Write((Environment.GetEnvironmentVariable("STANDIN_VERSION") ?? "3.4.11") + "\n");
    return 0;
}

// Asked for by tests of the nasty endings.
if (Environment.GetEnvironmentVariable("STANDIN_HANG") is { } marker)
{
    File.WriteAllText(marker, Environment.ProcessId.ToString());
    await Task.Delay(Timeout.Infinite);
}

if (Environment.GetEnvironmentVariable("STANDIN_RECORD") is { } record)
{
    File.WriteAllLines(record, [.. args, .. Environment.GetEnvironmentVariables().Keys.Cast<string>().Select(name => "env:" + name)]);
}

try
{
    CommandLine line = CommandLine.Parse(args);
    return args is ["oss", "ls", ..] ? await OssListing.RunAsync(line) : await ClassicCall.RunAsync(line);
}
catch (UsageException wrong)
{
    Console.Error.Write($"ERROR: {wrong.Message}\n");
    return wrong.ExitCode;
}
catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConnectionError)
{
    Console.Error.Write("ERROR: Get \"http://stand-in\": dial tcp: connect: connection refused\n");
    return 1;
}
catch (TaskCanceledException)
{
    Console.Error.Write("ERROR: Get \"http://stand-in\": net/http: request canceled (Client.Timeout exceeded while awaiting headers)\n");
    return 1;
}
catch (HttpRequestException)
{
    Console.Error.Write("ERROR: Get \"http://stand-in\": read tcp: connection reset by peer\n");
    return 1;
}
