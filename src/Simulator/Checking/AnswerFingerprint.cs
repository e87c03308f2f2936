using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Checking;

/// <summary>
/// A hash of what an answer says, by outside ids, made in the same way from what was sent and from what the log holds. It is not the
/// server's own body hash, which the check must not trust.
/// </summary>
public static class AnswerFingerprint
{
    /// <summary>Of an answer as it was sent. What was left out has the documented default.</summary>
    public static ulong Of(EvidenceItem item) => Of(
        item.Classroom, item.Student, item.Item, item.Skills is { } skills ? skills.AsSpan() : [], item.Score, item.Kind, item.Attempt ?? 1,
        item.Hints ?? 0, item.DurationMs ?? -1);

    /// <summary>Of an answer's parts.</summary>
    /// <param name="classroom">Its classroom.</param>
    /// <param name="student">Who.</param>
    /// <param name="item">What.</param>
    /// <param name="skills">The skills, in any order.</param>
    /// <param name="score">0 to 1; compared as a single-precision number, as the log keeps it.</param>
    /// <param name="kind">practice, formative, interim, summative or observed.</param>
    /// <param name="attempt">1 where it was left out.</param>
    /// <param name="hints">0 where it was left out.</param>
    /// <param name="durationMs">-1 where it was left out.</param>
    public static ulong Of(
        string classroom, string student, string item, ReadOnlySpan<string> skills, double score, string kind, int attempt, int hints, int durationMs)
    {
        var ordered = skills.ToArray();
        Array.Sort(ordered, StringComparer.Ordinal);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{classroom}|{student}|{item}|{string.Join(';', ordered)}|{(float)score:R}|{kind}|{attempt}|{hints}|{durationMs}");
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
