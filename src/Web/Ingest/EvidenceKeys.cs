using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;

namespace LiveClass.Web.Ingest;

/// <summary>The part of resolving that needs memory alone: students, skills, items, the hash and the age.</summary>
internal sealed class EvidenceKeys(ItemDirectory items, ISourceLimits limits)
{
    /// <summary>Fills in each item's entry, and lists what Records must still learn or keep.</summary>
    public void Resolve(EvidenceBatch batch, SchoolKey school, Instant sentAt)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            ref var item = ref batch.Items[i];
            if (item.Lookup < 0) continue;
            var hash = BodyHash.Of(batch, item);
            // After the hash: it tells what the device said, whatever the server makes of it and whoever it now belongs to.
            batch.Sender?.Put(batch, ref item);
            var classroom = batch.Shares[item.Share].Classroom!;
            var source = batch.Lookup(item.Lookup);
            if (source.BelongsElsewhere)
            {
                item.Reject(Rejection.SourceElsewhere, "source");
                continue;
            }

            if (limits.IsFull(classroom.Key, source.Key, item.Sequence))
            {
                // Whatever else is wrong with it: its number is not taken, so it is not used up.
                item.Replace(Rejection.SourceFull, "sequence");
                continue;
            }

            item.Evidence = new Evidence { Source = source.Key, Sequence = item.Sequence, BodyHash = hash };
            if (item.Rejected is null) ResolveOne(batch, ref item, i, classroom, school, sentAt);
        }
    }

    private void ResolveOne(EvidenceBatch batch, ref EvidenceItem item, int index, ClassroomRecord classroom, SchoolKey school, Instant sentAt)
    {
        var student = classroom.StudentByUtf8(batch.Bytes(item.Student));
        if (student is null) item.Reject(Rejection.UnknownStudent, $"student {batch.String(item.Student)}");
        var known = items.TryFindUtf8(school, batch.Bytes(item.Item), out var found) ? found : null;
        var skills = item.SkillCount > 0 ? NamedSkills(batch, ref item, classroom) : SkillsOf(known, ref item, classroom);
        if (student is null || item.Rejected is not null) return;
        item.Evidence = item.Evidence with
        {
            Student = student.Key,
            Item = known?.Key ?? default,
            Skills = skills,
            Score = (float)item.Score,
            Kind = item.Kind,
            Attempt = item.Attempt,
            Hints = item.Hints,
            DurationMs = item.DurationMs,
            Form = item.Form,
            AgeMs = item.At == 0 ? 0 : Math.Clamp(sentAt.Milliseconds - item.At, 0, Evidence.MaxAgeMs),
        };
        if (known is null) batch.Unknown.Add(index);
        if (item.Misconception.IsThere) batch.WithMisconception.Add(index);
        if (item.Response.IsThere) batch.WithResponse.Add(index);
    }

    private static SkillSet NamedSkills(EvidenceBatch batch, ref EvidenceItem item, ClassroomRecord classroom)
    {
        var skills = default(SkillSet);
        for (var s = 0; s < item.SkillCount; s++)
        {
            var id = batch.Bytes(batch.Skill(item, s));
            if (classroom.SkillByUtf8(id) is { } skill) skills.Add(skill.Key);
            else item.Reject(Rejection.UnknownSkill, $"skills {batch.String(batch.Skill(item, s))}");
        }

        return skills;
    }

    private static SkillSet SkillsOf(ItemRecord? known, ref EvidenceItem item, ClassroomRecord classroom)
    {
        var skills = default(SkillSet);
        if (known is null || known.Skills.IsEmpty)
        {
            item.Reject(Rejection.NoSkills, "skills");
            return skills;
        }

        foreach (var skill in known.Skills)
        {
            if (classroom.Skill(skill) is null) item.Reject(Rejection.UnknownSkill, $"the item's own skills ({known.Id})");
            else if (skills.Count < SkillSet.Capacity) skills.Add(skill);
        }

        return skills;
    }
}
