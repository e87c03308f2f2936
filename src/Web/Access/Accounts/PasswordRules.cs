using Microsoft.AspNetCore.Identity;

namespace LiveClass.Web.Access.Accounts;

/// <summary>
/// What a password must be: long, and none that is tried first. No rule about kinds of characters, and any character may stand in it
/// (OWASP ASVS 5, 6.2; NIST SP 800-63B).
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters: as many as nobody types, and few enough to hash.</summary>
    public const int Longest = 128;

    // Of the passwords that leaked most often, those that are long enough.
    private static readonly HashSet<string> Guessed = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "12345678901234", "123456789012345", "1234567890123456", "0123456789012", "012345678901",
        "123412341234", "123123123123", "1q2w3e4r5t6y", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "qwertyuiop12", "qwertyuiop123", "qwertyuiop[]",
        "qwertyuiopas", "qwertyuiopasdf", "qwertyuiopasdfghjkl", "qwerty123456", "123456qwerty", "asdfghjkl123", "zxcvbnm12345", "abcdefghijkl",
        "abcdefghijklm", "abcdefghijklmnop", "abcd12345678", "abc123456789", "passwordpassword", "password1234", "password12345", "password123456",
        "passw0rd1234", "adminadmin12", "administrator", "administrador", "letmeinletmein", "welcome12345", "iloveyou1234", "contrasena12",
        "contraseña12", "contrasena123", "contraseña123", "contrasena1234", "contraseña1234", "liveclass123", "liveclass1234", "liveclasslive",
        "teacherteacher", "teacher12345", "profesor1234", "profesora123", "schoolschool", "changemenow1", "changeme1234",
    };

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Record.UserName) is { } key
            ? IdentityResult.Failed(new IdentityError { Code = key, Description = key })
            : IdentityResult.Success);

    /// <summary>The key of the sentence that says what is wrong; null where nothing is.</summary>
    public static string? Problem(string password, string userName) => password switch
    {
        { Length: < Shortest } => "people.password.short",
        { Length: > Longest } => "people.password.long",
        _ when password.Distinct().Count() < 4 || Guessed.Contains(password) => "people.password.guessed",
        _ when IsMadeOf(password, userName) => "people.password.name",
        _ => null,
    };

    private static bool IsMadeOf(string password, string userName) => new[] { userName, userName.Split('@')[0] }
        .Any(part => part.Length >= 4 && password.Replace(part, "", StringComparison.OrdinalIgnoreCase).Length < 6);
}
