using LiveClass.Learning.Items.Scoring;

namespace LiveClass.Learning.Items;

/// <summary>What a response is worth.</summary>
/// <param name="Score">1 for right, else 0.</param>
/// <param name="Misconception">The misconception that predicts this wrong response; null where none does.</param>
/// <param name="OtherForm">The value is right, the form is not the one that was asked for.</param>
public readonly record struct ResponseScore(double Score, string? Misconception, bool OtherForm)
{
    /// <summary>Whether it is right.</summary>
    public bool IsRight => Score >= 1;
}

/// <summary>
/// Scores a response against a form. An equal value is right unless the form of the answer is asked for. src/items/scorer.ts says the
/// same on the page; both are held to vectors/scoring.json.
/// </summary>
public static class ResponseScorer
{
    /// <summary>Scores a response. One that cannot be read is wrong, without a misconception.</summary>
    /// <exception cref="ArgumentException">The form came without its key.</exception>
    public static ResponseScore Score(ItemForm form, string response)
    {
        var key = form.Key ?? throw new ArgumentException("A form without its key cannot be scored.", nameof(form));
        var reading = new ResponseReading(form.Type, form.Parts);
        if (reading.Equal(key.Right, response))
            return reading.HasForm(response) ? new ResponseScore(1, null, false) : new ResponseScore(0, null, true);
        foreach (var misconception in key.Misconceptions)
            if (reading.Fits(misconception.Response, response)) return new ResponseScore(0, misconception.Id, false);
        return default;
    }
}
