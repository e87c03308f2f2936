using LiveClass.Web.Ingest;

namespace LiveClass.Tests.Unit.Web;

public class BodyHashTests
{
    private static uint HashOf(string item)
    {
        var parsed = Deliveries.One(item, out var batch);
        Assert.Null(parsed.Rejected);
        return BodyHash.Of(batch, parsed);
    }

    [Fact]
    public void Spaces_order_escapes_and_spelled_out_defaults_do_not_matter()
    {
        const string again =
            """
            { "kind": "practice", "score": 1, "hints": 0, "attempt": 1, "skills": ["k1", "k2"], "item": "i\u0031", "student": "ana",
              "classroom": "demo-6a", "sequence": 42, "source": "s-1", "response": "" }
            """;

        Assert.Equal(HashOf(Deliveries.Answer), HashOf(again));
    }

    [Theory]
    [InlineData("student", "\"ben\"")]
    [InlineData("item", "\"i2\"")]
    [InlineData("skills", "[\"k2\",\"k1\"]")]
    [InlineData("skills", "[\"k1k2\"]")]
    [InlineData("skills", null)]
    [InlineData("score", "0.999")]
    [InlineData("kind", "\"interim\"")]
    [InlineData("attempt", "2")]
    [InlineData("hints", "1")]
    [InlineData("durationMs", "0")]
    [InlineData("response", "\"5/7\"")]
    [InlineData("misconception", "\"m\"")]
    [InlineData("form", "1")]
    [InlineData("at", "\"2026-11-22T09:00:00Z\"")]
    public void Every_field_of_the_answer_matters(string field, string? json) =>
        Assert.NotEqual(HashOf(Deliveries.Answer), HashOf(Deliveries.With(field, json)));

    [Fact]
    public void The_number_and_where_it_goes_do_not_matter()
    {
        Assert.Equal(HashOf(Deliveries.Answer), HashOf(Deliveries.With("sequence", "43")));
        Assert.Equal(HashOf(Deliveries.Answer), HashOf(Deliveries.With("source", "\"s-2\"")));
    }

    /// <summary>The hash stands in the log: it must not change from one version to the next.</summary>
    [Fact]
    public void The_hash_of_a_known_answer_is_golden() => Assert.Equal(1715138603u, HashOf(Deliveries.Answer));
}
