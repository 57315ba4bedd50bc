using System.Runtime.InteropServices;
using EasDeploy.Emulator;
using EasDeploy.Emulator.Hosting;

if (CommandLine.Parse(args, out string problem) is not CommandLine line)
{
    Console.Error.WriteLine($"emulator: {problem}");
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

if (line.Detached)
{
    DetachedProcess.LeaveSession();
}

EmulatorServer server;
try
{
    server = await EmulatorServer.StartAsync(line.Options);
}
catch (IOException error)
{
    Console.Error.WriteLine($"emulator: cannot listen on port {line.Options.Port}: {error.Message}");
    return 1;
}

await using (server)
{
    var stop = new TaskCompletionSource();
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    string address = server.Address.AbsoluteUri.TrimEnd('/');
    Console.WriteLine($"emulator: listening on {address} (region {line.Options.Region}, pace {line.Options.Pace})");
    if (line.HandleFile is not null)
    {
        HandleFile.Write(line.HandleFile, server.Address, line.Options.Region);
    }

    if (line.Detached)
    {
        DetachedProcess.ReleaseStandardHandles();
    }

    await Task.WhenAny(server.EndRequested, stop.Task);
    if (line.HandleFile is not null)
    {
        HandleFile.Remove(line.HandleFile);
    }

    Console.WriteLine("emulator: ended");
}

return 0;
