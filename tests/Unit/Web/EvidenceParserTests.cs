using System.Text;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Web.Ingest;

namespace LiveClass.Tests.Unit.Web;

public class EvidenceParserTests
{
    [Fact]
    public void A_full_answer_is_read_field_by_field()
    {
        var item = Deliveries.One(
            """
            { "source": "tablet-17.9f2c41d07a3be588", "sequence": 42, "classroom": "demo-6a", "student": "ana", "item": "i2832",
              "skills": ["6.RP.A.1"], "score": 0.5, "kind": "formative", "attempt": 2, "hints": 1, "durationMs": 8200, "form": -7,
              "response": "5/7", "misconception": "adds-bottoms", "at": "2026-11-22T09:00:00Z", "later": { "added": [1, 2] } }
            """,
            out var batch);

        Assert.Null(item.Rejected);
        Assert.Equal("tablet-17.9f2c41d07a3be588", batch.String(item.Source));
        Assert.Equal(42, item.Sequence);
        Assert.Equal("demo-6a", batch.String(item.Classroom));
        Assert.Equal("ana", batch.String(item.Student));
        Assert.Equal("i2832", batch.String(item.Item));
        Assert.Equal("6.RP.A.1", batch.String(batch.Skill(item, 0)));
        Assert.Equal(1, item.SkillCount);
        Assert.Equal(0.5, item.Score);
        Assert.Equal(EvidenceKind.Formative, item.Kind);
        Assert.Equal((2, 1, 8200, -7L), (item.Attempt, item.Hints, item.DurationMs, item.Form));
        Assert.Equal("5/7", batch.String(item.Response));
        Assert.Equal("adds-bottoms", batch.String(item.Misconception));
        Assert.Equal(Instant.Of(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)).Milliseconds, item.At);
    }

    [Fact]
    public void What_may_be_left_out_has_its_default_also_where_it_is_null()
    {
        var item = Deliveries.One(Deliveries.With("attempt", "null").Replace("\"skills\":[\"k1\",\"k2\"],", "\"response\":null,", StringComparison.Ordinal), out _);

        Assert.Null(item.Rejected);
        Assert.Equal((1, 0, -1, 0L, 0L, -1), (item.Attempt, item.Hints, item.DurationMs, item.Form, item.At, item.SkillCount));
        Assert.False(item.Response.IsThere);
    }

    [Theory]
    [InlineData("source", null, "missing-field")]
    [InlineData("sequence", null, "missing-field")]
    [InlineData("classroom", null, "missing-field")]
    [InlineData("student", null, "missing-field")]
    [InlineData("item", null, "missing-field")]
    [InlineData("score", null, "missing-field")]
    [InlineData("kind", null, "missing-field")]
    [InlineData("source", "\"\"", "bad-id")]
    [InlineData("source", "\"a b\"", "bad-id")]
    [InlineData("student", "\"Zoë\"", "bad-id")]
    [InlineData("student", "\"12345678901234567890123456789012345678901234567890123456789012345\"", "bad-id")]
    [InlineData("item", "\"i/1\"", "bad-id")]
    [InlineData("skills", "[\"k 1\"]", "bad-id")]
    [InlineData("misconception", "\"<script>\"", "bad-id")]
    [InlineData("source", "7", "wrong-type")]
    [InlineData("student", "{\"id\":\"ana\"}", "wrong-type")]
    [InlineData("sequence", "\"42\"", "wrong-type")]
    [InlineData("score", "\"1\"", "wrong-type")]
    [InlineData("score", "\"NaN\"", "wrong-type")]
    [InlineData("score", "true", "wrong-type")]
    [InlineData("skills", "\"k1\"", "wrong-type")]
    [InlineData("skills", "[1]", "wrong-type")]
    [InlineData("kind", "1", "wrong-type")]
    [InlineData("at", "1700000000", "wrong-type")]
    [InlineData("response", "[\"5/7\"]", "wrong-type")]
    [InlineData("sequence", "0", "bad-sequence")]
    [InlineData("sequence", "-1", "bad-sequence")]
    [InlineData("sequence", "1.5", "bad-sequence")]
    [InlineData("sequence", "9007199254740992", "bad-sequence")]
    [InlineData("sequence", "1e400", "bad-sequence")]
    [InlineData("score", "1.0000001", "bad-score")]
    [InlineData("score", "-0.1", "bad-score")]
    [InlineData("score", "1e999", "bad-score")]
    [InlineData("kind", "\"observed\"", "bad-kind")]
    [InlineData("kind", "\"Practice\"", "bad-kind")]
    [InlineData("attempt", "0", "bad-number")]
    [InlineData("attempt", "1.5", "bad-number")]
    [InlineData("hints", "-1", "bad-number")]
    [InlineData("durationMs", "-1", "bad-number")]
    [InlineData("durationMs", "2147483648", "bad-number")]
    [InlineData("form", "9223372036854775808", "bad-number")]
    [InlineData("at", "\"2026-11-22\"", "bad-time")]
    [InlineData("at", "\"2026-11-22T09:00:00\"", "bad-time")]
    [InlineData("at", "\"2026-13-22T09:00:00Z\"", "bad-time")]
    [InlineData("at", "\"yesterday\"", "bad-time")]
    [InlineData("skills", "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]", "too-many-skills")]
    [InlineData("response", "\"\\ud800\"", "bad-text")]
    public void One_wrong_field_rejects_the_item_with_its_code(string field, string? json, string code)
    {
        var item = Deliveries.One(Deliveries.With(field, json), out _);

        Assert.Equal(code, item.Rejected?.Code);
        Assert.Equal(field, item.Field);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("nothing", "JSON")]
    [InlineData("{}", "array")]
    [InlineData("[]", "array")]
    [InlineData("\"text\"", "array")]
    [InlineData("[{\"score\":NaN}]", "JSON")]
    [InlineData("[{\"score\":Infinity}]", "JSON")]
    [InlineData("[{\"source\":\"a\"}", "JSON")]
    [InlineData("[{\"source\":\"a\",}]", "JSON")]
    [InlineData("[{}] and more", "JSON")]
    [InlineData("[{} /* a comment */]", "JSON")]
    public void What_is_no_array_of_JSON_is_malformed_as_a_whole(string body, string about)
    {
        Deliveries.Parse(body, out var result, out var detail);

        Assert.Equal(EvidenceParser.Result.Malformed, result);
        Assert.Contains(about, detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_malformed_as_a_whole()
    {
        var body = Encoding.UTF8.GetBytes($"[{Deliveries.With("response", "\"?\"")}]");
        body[Array.IndexOf(body, (byte)'?')] = 0xFF;

        Deliveries.Parse(body, out var result, out var detail);

        Assert.Equal(EvidenceParser.Result.Malformed, result);
        Assert.Contains("UTF-8", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_depth_of_a_thousand_is_malformed_as_a_whole()
    {
        Deliveries.Parse(new string('[', 1000) + new string(']', 1000), out var result, out _);
        Assert.Equal(EvidenceParser.Result.Malformed, result);

        Deliveries.Parse($"[{Deliveries.With("more", new string('[', 1000) + new string(']', 1000))}]", out result, out _);
        Assert.Equal(EvidenceParser.Result.Malformed, result);
    }

    [Fact]
    public void A_thousand_items_are_read_and_one_more_is_too_many()
    {
        var batch = Deliveries.Parse($"[{string.Join(',', Enumerable.Repeat(Deliveries.Answer, 1000))}]", out var result, out _);
        Assert.Equal(EvidenceParser.Result.Read, result);
        Assert.Equal(1000, batch.Count);

        Deliveries.Parse($"[{string.Join(',', Enumerable.Repeat(Deliveries.Answer, 1001))}]", out result, out _);
        Assert.Equal(EvidenceParser.Result.TooMany, result);
    }

    [Fact]
    public void Bad_items_leave_the_good_ones_beside_them()
    {
        var batch = Deliveries.Parse($"[{Deliveries.Answer}, 7, {Deliveries.With("score", "2")}, null, {Deliveries.Answer}]", out var result, out _);

        Assert.Equal(EvidenceParser.Result.Read, result);
        Assert.Equal([null, "wrong-type", "bad-score", "wrong-type", null], batch.Items.ToArray().Select(i => i.Rejected?.Code));
    }

    [Fact]
    public void Of_several_faults_the_first_is_told_and_the_number_is_still_known()
    {
        var item = Deliveries.One(
            """{"score":7,"kind":"no","source":"s-1","sequence":3,"classroom":"c","student":"","item":"i"}""", out var batch);

        Assert.Equal("bad-score", item.Rejected?.Code);
        Assert.Equal((3, "s-1", "c"), (item.Sequence, batch.String(item.Source), batch.String(item.Classroom)));
    }

    [Fact]
    public void A_response_has_500_characters_at_most_whatever_their_bytes()
    {
        Assert.Null(Deliveries.One(Deliveries.With("response", $"\"{new string('ñ', 500)}\""), out _).Rejected);
        Assert.Equal("response-too-long", Deliveries.One(Deliveries.With("response", $"\"{new string('n', 501)}\""), out _).Rejected?.Code);
    }

    [Fact]
    public void Escapes_in_names_and_values_mean_their_characters()
    {
        var item = Deliveries.One(
            """{"sour\u0063e":"s\u002d1","sequence":1,"classroom":"c","student":"\u0061na","item":"i","score":1,"kind":"pr\u0061ctice","response":"a\n\"b\""}""",
            out var batch);

        Assert.Null(item.Rejected);
        Assert.Equal(("s-1", "ana", "a\n\"b\""), (batch.String(item.Source), batch.String(item.Student), batch.String(item.Response)));
    }
}
