using System.Text.Json;
using LiveClass.Learning.Items;

namespace LiveClass.Tests.Properties.Items;

/// <summary>Forms as text, for comparing and for reading a failure.</summary>
internal static class FormText
{
    public static string Json(ItemForm form) => JsonSerializer.Serialize(form, FormJson.Default.ItemForm);

    public static string Of(IEnumerable<FormRun> runs) => string.Concat(runs.Select(run => run.Text ?? run.Math ?? $"[{run.Picture!.Alt}]"));
}
