namespace LiveClass.Web.Access.Accounts;

/// <summary>What is wrong with a form: the field, and the key of the sentence that stands at it.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Key">The key of the sentence.</param>
/// <param name="Value">What fills its <c>{value}</c>.</param>
public sealed record FormProblem(string Field, string Key, string Value = "")
{
    /// <summary>The line of a long field, from 1; 0 where it is about the whole.</summary>
    public int Line { get; init; }
}
