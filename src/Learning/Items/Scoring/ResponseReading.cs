namespace LiveClass.Learning.Items.Scoring;

/// <summary>How the responses of one form are compared.</summary>
internal readonly struct ResponseReading(ItemType type, FormParts parts)
{
    /// <summary>Whether two responses are worth the same.</summary>
    public bool Equal(string right, string response)
    {
        switch (type)
        {
            case ItemType.Number or ItemType.Fraction or ItemType.Mixed or ItemType.Line:
                return TypedNumber.TryRead(right, out var wanted) && TypedNumber.TryRead(response, out var given) && wanted.Value == given.Value;
            case ItemType.Expression:
                var letter = parts.Letter ?? "x";
                return TypedExpression.TryRead(right, letter, out var expected) && TypedExpression.TryRead(response, letter, out var typed) && expected.Value == typed.Value;
            default:
                return Canonical(right) == Canonical(response);
        }
    }

    /// <summary>Whether a response is what a misconception predicts. Of many choices, one that it leads to is enough.</summary>
    public bool Fits(string predicted, string response) =>
        type == ItemType.Many ? Listed(response).Contains(predicted) : Equal(predicted, response);

    /// <summary>Whether the response has the form that is asked for; always where none is.</summary>
    public bool HasForm(string response)
    {
        if (parts.Form is not { } form) return true;
        if (form == AskedForm.Expanded) return TypedExpression.TryRead(response, parts.Letter ?? "x", out var typed) && typed.Expanded;
        if (!TypedNumber.TryRead(response, out var number)) return false;
        return form switch
        {
            AskedForm.Simplest => number.Value.Bottom == number.Bottom && (number.Top == 0 || !number.HasWhole),
            AskedForm.Fraction => !number.HasWhole,
            _ => number.HasWhole && number.Top < number.Bottom,
        };
    }

    /// <summary>Many and pairs may be sent in any order.</summary>
    private string Canonical(string response) => type is ItemType.Many or ItemType.Pairs
        ? string.Join(',', Listed(response).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        : string.Join(',', Listed(response));

    private static string[] Listed(string response) => response.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
