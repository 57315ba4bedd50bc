using System.Runtime.InteropServices;

namespace EasDeploy.Emulator.Hosting;

/// <summary>Leaves the parent: its session (so that its Ctrl+C does not reach us) and its standard handles (so that it need not wait for us).</summary>
internal static partial class DetachedProcess
{
    private const int ReadWrite = 2;

    /// <summary>Call first: from here on the parent's terminal signals pass us by.</summary>
    public static void LeaveSession()
    {
        if (OperatingSystem.IsWindows())
        {
            _ = FreeConsole();
        }
        else
        {
            // Fails only for a process that already leads a group; then the parent's Ctrl+C does not reach it either.
            _ = SetSid();
        }
    }

    /// <summary>Call after the last line of output: standard input, output and error then belong to the null device.</summary>
    public static void ReleaseStandardHandles()
    {
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        if (OperatingSystem.IsWindows())
        {
            for (int handle = -10; handle >= -12; handle--)
            {
                _ = CloseHandle(GetStdHandle(handle));
            }

            return;
        }

        int device = Open("/dev/null", ReadWrite);
        for (int descriptor = 0; device >= 0 && descriptor <= 2; descriptor++)
        {
            _ = Dup2(device, descriptor);
        }

        if (device > 2)
        {
            _ = Close(device);
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Dup2(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool FreeConsole();

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CloseHandle(nint handle);
}
