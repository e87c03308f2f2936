using System.Runtime.InteropServices;

namespace LiveClass.Engine;

/// <summary>
/// A file that would grow beyond the limit that the process was given (<c>ulimit -f</c>, systemd's <c>LimitFSIZE</c>) ends the
/// process by a signal, unless it is handled; then the write fails like one to a full disk, and the store deals with it.
/// </summary>
internal static class FileSizeLimit
{
    private const PosixSignal FileTooLarge = (PosixSignal)25; // SIGXFSZ on Linux and macOS
    private static PosixSignalRegistration? registration;

    /// <summary>From now on the limit is an error of the write.</summary>
    public static void MakeAnError()
    {
        if (OperatingSystem.IsWindows() || registration is not null) return;
        registration = PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true);
    }
}
