using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LiveClass.Web.Access;

/// <summary>
/// The one-time code that signs in the first admin: 128 random bits, printed at start, good for one use and until the next
/// start. It is never logged.
/// </summary>
internal sealed class FirstAdmin
{
    private byte[]? expected;

    /// <summary>Makes a code.</summary>
    public FirstAdmin()
    {
        Code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        expected = Encoding.ASCII.GetBytes(Code);
    }

    /// <summary>The code, for the line that is printed at start.</summary>
    public string Code { get; }

    /// <summary>True while it has not been used.</summary>
    public bool IsOpen => Volatile.Read(ref expected) is not null;

    /// <summary>True for the code while it has not been used.</summary>
    public bool IsRight(string code) =>
        Volatile.Read(ref expected) is { } wanted && CryptographicOperations.FixedTimeEquals(wanted, Encoding.UTF8.GetBytes(code));

    /// <summary>Uses the code. True for the first caller who knows it.</summary>
    public bool TryUse(string code)
    {
        var wanted = Volatile.Read(ref expected);
        return wanted is not null
            && CryptographicOperations.FixedTimeEquals(wanted, Encoding.UTF8.GetBytes(code))
            && Interlocked.CompareExchange(ref expected, null, wanted) == wanted;
    }
}
