using System.Text.Json;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Learning.Items;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Web.Boards;
using LiveClass.Web.Items;

namespace LiveClass.Web.Joining;

/// <summary>
/// What a device shows as soon as it has joined: its student's view, and a form of the item on its card. It would get both a moment later, from
/// the hub and by a request, which on a slow network is the longest part of the way to the first question.
/// </summary>
internal sealed class FirstStep(LiveBoards boards, ItemDirectory items, FormDesk forms)
{
    /// <summary>A student's view and, where the card has a built-in item and the device named a seed, its form; nothing where the student is not on the board yet.</summary>
    public async Task<(JsonElement? View, JsonElement? Form)> OfAsync(
        ClassroomRecord classroom, StudentRecord student, string language, long? seed, CancellationToken cancellation)
    {
        var view = StudentViews.Of(await boards.ReadAsync(classroom.Key, cancellation), student.Id, language);
        if (view.Name.Length == 0) return default;
        var shown = JsonSerializer.SerializeToElement(view, ViewJson.Default.StudentBoardView);
        if (seed is not { } number || view.Card?.Item is not { } id || !items.TryFind(classroom.School, id, out var item)) return (shown, null);
        var form = forms.Of(item, number, LanguageTags.TryRead(language, out var tag) ? tag : Language.English);
        return (shown, form is null ? null : JsonSerializer.SerializeToElement(form, FormJson.Default.ItemForm));
    }
}
