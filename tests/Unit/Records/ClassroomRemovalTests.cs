using LiveClass.Records.Classrooms;
using LiveClass.Records.Texts;

namespace LiveClass.Tests.Unit.Records;

public sealed class ClassroomRemovalTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_removed_classroom_leaves_its_id_free_and_its_key_is_never_given_again()
    {
        var before = await records.WithClassroomAsync();
        await RemoveAsync(before);

        Assert.Null(await records.Store.Classrooms.FindAsync(records.School, "6a"));
        var nameless = await records.Store.Classrooms.FindAsync(before.Key);
        Assert.True(nameless is { Ended: true, Students.IsEmpty: true });

        var after = await records.WithClassroomAsync();
        Assert.NotEqual(before.Key, after.Key);
        Assert.Empty(before.Students.Select(student => student.Key).Intersect(after.Students.Select(student => student.Key)));
        records.Reopen();
        Assert.Equal(after.Key, (await records.FindAsync("6a")).Key);
    }

    [Fact]
    public async Task What_its_students_wrote_is_deleted_and_who_is_in_another_classroom_stays()
    {
        var removed = await records.WithClassroomAsync();
        await records.PutAsync("7b", new() { Students = [new("ben")] });
        var source = await records.Store.Sources.FindOrAddAsync(records.School, removed.Key, "device.0123456789abcdef");
        var text = (await records.Store.Texts.WriteAsync([new NewText(TextPurpose.Response, TextOrigin.Of(source.Key, 1), "3/4")]))[0];
        await RemoveAsync(removed);

        Assert.Null(await records.Store.Texts.ReadAsync(text));
        Assert.Equal("Ben", (await records.FindAsync("7b")).Student("ben")!.Name);
    }

    private Task RemoveAsync(ClassroomRecord classroom) => records.Store.ClassroomRemoval.RemoveAsync(records.School, [classroom]);
}
