using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Records.Notes;

namespace LiveClass.Silo.Reactors;

/// <summary>Keeps notes for reading, and forgets those that were taken back.</summary>
public sealed class NotesReactor(NoteStore notes) : IReactor
{
    /// <inheritdoc/>
    public string Name => "notes";

    /// <inheritdoc/>
    public async ValueTask ReactAsync(IReadOnlyList<JournalBlock> blocks, CancellationToken cancellation)
    {
        var added = new List<Note>();
        var withdrawn = new List<(ClassroomKey, long)>();
        foreach (var block in blocks)
        {
            foreach (var (position, e) in JournalRare.Of(block))
            {
                if (e is NoteAdded note)
                    added.Add(new Note(block.Partition, position, block.Classroom, note.Student, note.Skill, note.Text, note.VisibleTo, note.By, note.At));
                else if (e is NoteWithdrawn back) withdrawn.Add((block.Classroom, back.Note));
            }
        }

        if (added.Count + withdrawn.Count > 0) await notes.WriteAsync(added, withdrawn, cancellation);
    }
}
