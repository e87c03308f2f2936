using System.Collections.Concurrent;
using System.Xml.Linq;
using LiveClass.Learning.Items;

namespace LiveClass.Tests.Properties.Items;

/// <summary>What must hold for one form. Mathematics is read back from what is shown, not from the template.</summary>
internal static class FormCheck
{
    private static readonly ConcurrentDictionary<FormPicture, string> DrawnWell = new();

    /// <summary>The numbers are the same in each language (a test says so), so Spanish texts are read for each fifth seed.</summary>
    public static IEnumerable<string> Faults(ItemTemplate template, long seed)
    {
        foreach (var fault in Faults(template.Generate(seed, Language.English))) yield return $"English: {fault}";
        if (seed % 5 != 0) yield break;
        foreach (var fault in Faults(template.Generate(seed, Language.Spanish))) yield return $"Spanish: {fault}";
    }

    private static IEnumerable<string> Faults(ItemForm form)
    {
        var key = form.Key!;
        var right = ResponseScorer.Score(form, key.Right);
        if (!right.IsRight || right.Misconception is not null) yield return $"its own right response {key.Right} is not right";
        foreach (var fault in Misconceptions(form, key)) yield return fault;
        foreach (var fault in Choices(form, key)) yield return fault;
        foreach (var fault in Texts(form, key)) yield return fault;
        foreach (var fault in Solution(form, key)) yield return fault;
    }

    private static IEnumerable<string> Misconceptions(ItemForm form, FormKey key)
    {
        foreach (var misconception in key.Misconceptions)
        {
            var score = ResponseScorer.Score(form, misconception.Response);
            if (score.IsRight || score.OtherForm) yield return $"{misconception.Id} leads to {misconception.Response}, which is right";
            else if (score.Misconception != misconception.Id) yield return $"{misconception.Response} is recognised as {score.Misconception ?? "nothing"}, not as {misconception.Id}";
        }

        if (key.Misconceptions.Select(one => one.Response).Distinct(StringComparer.Ordinal).Count() != key.Misconceptions.Length)
            yield return "two misconceptions lead to the same response";
    }

    private static IEnumerable<string> Choices(ItemForm form, FormKey key)
    {
        if (form.Choices.IsEmpty) yield break;
        if (form.Choices.Select(choice => FormText.Of(choice.Runs)).Distinct(StringComparer.Ordinal).Count() != form.Choices.Length) yield return "two choices show the same";
        if (form.Type == ItemType.Choice && form.Choices.Count(choice => ResponseScorer.Score(form, choice.Id).IsRight) != 1) yield return "not exactly one choice is right";
        if (form.Type == ItemType.Order && string.Join(',', form.Choices.Select(choice => choice.Id)) == key.Right) yield return "it is shown in order already";
        if (form.Type == ItemType.Choice && key.Misconceptions.IsEmpty) yield return "no wrong choice comes from a misconception";
    }

    private static IEnumerable<string> Texts(ItemForm form, FormKey key)
    {
        var texts = new List<(string Name, IEnumerable<FormRun> Runs)>
        {
            ("prompt", form.Prompt), ("hint", form.Hint), ("solution", key.Solution),
        };
        texts.AddRange(form.Choices.Concat(form.Parts.Left ?? []).Select(choice => ($"choice {choice.Id}", (IEnumerable<FormRun>)choice.Runs)));
        texts.AddRange(key.Misconceptions.Select(one => (one.Id, (IEnumerable<FormRun>)one.Feedback)));
        if (form.Parts.Form is not null) texts.Add(("other form", key.OtherForm ?? []));
        foreach (var (name, runs) in texts)
        {
            if (!runs.Any()) yield return $"{name} is empty";
            foreach (var run in runs)
            {
                if ((run.Text is null ? 0 : 1) + (run.Math is null ? 0 : 1) + (run.Picture is null ? 0 : 1) != 1) yield return $"{name} has a run that is not one thing";
                if (run.Text is { } text && text.IndexOfAny(['{', '}', '$', '<', '>', '\\']) >= 0 && !text.Contains(" < ", StringComparison.Ordinal)) yield return $"{name} has a placeholder left: {text}";
                if (run.Math is { } math && !MathTruth.CanRead(math)) yield return $"{name} has what is not mathematics: {math}";
                if (run.Picture is { } picture && DrawnWell.GetOrAdd(picture, Drawn) is { Length: > 0 } wrong) yield return $"{name}: {wrong}";
            }
        }

        if (form.Speech.Length == 0 || form.Speech.IndexOfAny(['<', '>', '{', '}', '$', '\\', '/', '\u2212', '×', '÷', '=']) >= 0) yield return $"speech has markup or signs: {form.Speech}";
    }

    private static string Drawn(FormPicture picture)
    {
        var svg = XElement.Parse(picture.Svg);
        if (svg.DescendantsAndSelf().Any(element => element.Name.LocalName is "script" or "style" || element.Attributes().Any(attribute => attribute.Name == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal))))
            return "a picture has a script or an inline style";
        if (double.Parse(svg.Attribute("height")!.Value, System.Globalization.CultureInfo.InvariantCulture) > 260) return "a picture is higher than 260 px";
        return picture.Alt.Length is > 0 and < 300 ? "" : "a picture has no words";
    }

    /// <summary>What stands between = signs is equal, and the last of it is the right response.</summary>
    private static IEnumerable<string> Solution(ItemForm form, FormKey key)
    {
        var shown = FormText.Of(key.Solution);
        foreach (var untrue in MathTruth.Untrue(key.Solution)) yield return $"the solution says {untrue} in {shown}";
        if (form.Choices.IsEmpty)
        {
            if (MathTruth.Last(key.Solution) is not { } last || !ResponseScorer.Score(form, last).IsRight)
                yield return $"the solution does not end in {key.Right}: {shown}";
        }
        else
        {
            var ids = key.Right.Split(',').Select(one => one[^1..]);
            if (form.Type == ItemType.Choice && !shown.EndsWith(FormText.Of(form.Choices.Single(choice => choice.Id == key.Right).Runs), StringComparison.Ordinal)) yield return "the solution does not end in the right choice";
            if (ids.Any(id => !shown.Contains(FormText.Of(form.Choices.Single(choice => choice.Id == id).Runs), StringComparison.Ordinal))) yield return "the solution leaves out a right choice";
        }
    }
}
