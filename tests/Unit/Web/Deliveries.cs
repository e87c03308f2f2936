using System.Text;
using LiveClass.Web.Ingest;

namespace LiveClass.Tests.Unit.Web;

/// <summary>Deliveries of answers as text.</summary>
internal static class Deliveries
{
    public const string Answer =
        """{"source":"s-1","sequence":42,"classroom":"demo-6a","student":"ana","item":"i1","skills":["k1","k2"],"score":1.0,"kind":"practice"}""";

    public static EvidenceBatch Parse(string body, out EvidenceParser.Result result, out string detail) => Parse(Encoding.UTF8.GetBytes(body), out result, out detail);

    public static EvidenceBatch Parse(byte[] body, out EvidenceParser.Result result, out string detail)
    {
        var batch = new EvidenceBatch();
        batch.Take(body);
        result = EvidenceParser.Parse(batch, out detail);
        return batch;
    }

    /// <summary>The one item of a delivery.</summary>
    public static EvidenceItem One(string item, out EvidenceBatch batch)
    {
        batch = Parse($"[{item}]", out var result, out _);
        Assert.Equal(EvidenceParser.Result.Read, result);
        Assert.Equal(1, batch.Count);
        return batch.Items[0];
    }

    /// <summary>The usual answer with one field replaced by other JSON, or left out where that is null.</summary>
    public static string With(string field, string? json)
    {
        var fields = new Dictionary<string, string>
        {
            ["source"] = "\"s-1\"",
            ["sequence"] = "42",
            ["classroom"] = "\"demo-6a\"",
            ["student"] = "\"ana\"",
            ["item"] = "\"i1\"",
            ["skills"] = "[\"k1\",\"k2\"]",
            ["score"] = "1.0",
            ["kind"] = "\"practice\"",
        };
        if (json is null) fields.Remove(field);
        else fields[field] = json;
        return $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}";
    }
}
