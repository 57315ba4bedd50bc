using System.Runtime.InteropServices;

namespace EasDeploy.Tool.Output;

/// <summary>Whether anybody still reads what this process prints.</summary>
internal static partial class OutputReader
{
    private const int StandardOutput = 1;
    private const short Broken = 0x8 | 0x10;

    /// <summary>True once the other end of a pipe is closed, as after <c>| head -1</c>. It has to be asked for: .NET passes over the write that fails.</summary>
    /// <remarks>Source: poll(2), POLLERR and POLLHUP; on Windows it is never true.</remarks>
    public static bool IsGone()
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        PollDescriptor output = new() { Descriptor = StandardOutput };
        return Poll(ref output, 1, 0) > 0 && (output.Returned & Broken) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor one, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Wanted;
        public short Returned;
    }
}
