using LiveClass.Web.Start;
using Microsoft.Extensions.Configuration;

namespace LiveClass.Tests.Server.Start;

public class SettingsTests
{
    [Theory]
    [InlineData("LiveClass:DataDirectory", " ")]
    [InlineData("LiveClass:Engine", "Cluster")]
    [InlineData("LiveClass:BoardInterval", "00:01:00")]
    [InlineData("LiveClass:BoardInterval", "100 ms")]
    [InlineData("LiveClass:ApiKeys:0:Scopes", "evidence:write fly")]
    [InlineData("LiveClass:ApiKeys:0:Scopes", "")]
    [InlineData("LiveClass:ApiKeys:0:Key", "")]
    [InlineData("LiveClass:ApiKeys:0:Key", "has a space in the middle")]
    [InlineData("LiveClass:ApiKeys:0:Name", "")]
    [InlineData("LiveClass:ApiKeys:0:School", "no school")]
    [InlineData("LiveClass:Certificate:Pem", "/no/such/file.pem")]
    [InlineData("LiveClass:Limits:EvidencePerSecond", "0")]
    public void A_setting_that_makes_no_sense_is_named_with_its_cure_and_without_its_secret(string key, string value)
    {
        var settings = Keys();
        settings[key] = value;

        var error = Assert.Throws<SettingsException>(() => Read(settings));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("in the middle", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_need_two_secrets_and_two_names()
    {
        var settings = Keys();
        foreach (var (key, value) in Keys()) settings[key.Replace(":0:", ":1:", StringComparison.Ordinal)] = value;

        var error = Assert.Throws<SettingsException>(() => Read(settings));

        Assert.Contains("same Key twice", error.Message, StringComparison.Ordinal);
        Assert.Contains("same Name twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_the_defaults_hold()
    {
        var options = Read([]);

        Assert.Equal(TimeSpan.FromMilliseconds(100), options.BoardInterval);
        Assert.Equal(Path.GetFullPath("data"), options.DataDirectory);
        Assert.False(options.Lan);
        Assert.Equal("--LiveClass:Lan=true", Assert.Single(Settings.Arguments(["--lan"])));
    }

    [Theory]
    [InlineData(null, false, "http://localhost:5080")]
    [InlineData("http://localhost:8080;http://127.0.0.1:9090", false, "http://localhost:8080;http://127.0.0.1:9090")]
    [InlineData(null, true, "http://*:5080")]
    [InlineData("http://localhost:8080", true, "http://*:8080")]
    public void It_listens_where_the_settings_say_and_everywhere_for_the_room(string? urls, bool lan, string expected) =>
        Assert.Equal(expected, string.Join(';', Addresses.ToListen(urls, new LiveClassOptions { Lan = lan })));

    [Fact]
    public void A_certificate_makes_it_HTTPS() =>
        Assert.Equal("https://*:5080", Assert.Single(Addresses.ToListen(null, new LiveClassOptions { Lan = true, Certificate = new CertificateFiles { Pem = "x" } })));

    [Theory]
    [InlineData("http://[::]:5080", "http://localhost:5080/")]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080/")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    public void An_address_that_is_listened_on_is_shown_as_one_to_open(string listening, string expected) =>
        Assert.Equal(expected, Addresses.ForThisMachine(listening).ToString());

    private static Dictionary<string, string?> Keys() => new(StringComparer.Ordinal)
    {
        ["LiveClass:ApiKeys:0:Name"] = "tablets",
        ["LiveClass:ApiKeys:0:Key"] = "0123456789abcdef",
        ["LiveClass:ApiKeys:0:Scopes"] = "evidence:write",
    };

    private static LiveClassOptions Read(Dictionary<string, string?> settings) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
