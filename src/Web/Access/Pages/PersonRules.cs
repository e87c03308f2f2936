using LiveClass.Records.Accounts;
using LiveClass.Web.Access.Accounts;

namespace LiveClass.Web.Access.Pages;

/// <summary>What is typed about a person.</summary>
internal static class PersonRules
{
    /// <summary>What is wrong with a name to sign in with; null where nothing is.</summary>
    public static FormProblem? UserName(string userName) =>
        userName.Length is < 2 or > AccountStore.LongestUserName || userName.Any(char.IsControl) ? new("userName", "people.user-name.bad") : null;

    /// <summary>What is wrong with an e-mail; null where nothing is, or where there is none. Whether it is somebody's only a letter could tell.</summary>
    public static FormProblem? Email(string email) =>
        email.Length == 0 || email.Length <= 254 && email.IndexOf('@') is > 0 and var at && at < email.Length - 1 && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? null
            : new("email", "people.email.bad");

    /// <summary>A role as a form sends it.</summary>
    public static AdultRole Role(string role) => role switch
    {
        "admin" => AdultRole.Admin,
        "coach" => AdultRole.Coach,
        _ => AdultRole.Teacher,
    };
}
