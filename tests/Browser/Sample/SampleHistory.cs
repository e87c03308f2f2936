namespace LiveClass.Tests.Browser.Sample;

/// <summary>Twelve answers of a student, as the history tells them.</summary>
internal static class SampleHistory
{
    private static readonly double[] Mastery = [0.28, 0.21, 0.42, 0.71, 0.55, 0.78, 0.62, 0.81, 0.9, 0.86, 0.94, 0.97];

    public static object Of(string student) => new
    {
        Answers = Enumerable.Range(0, Mastery.Length).Select(place => new
        {
            At = SampleBoards.Now.ToDateTimeOffset().AddMinutes(place - 20),
            Item = $"i{2800 + place}",
            Skills = (place < 9 ? new[] { "k11" } : ["k11", "k22"]).Select(skill => new { Skill = skill, Mastery = Mastery[place], Next = 0.6 }),
            Score = Mastery[place] > (place == 0 ? 0.4 : Mastery[place - 1]) ? 1.0 : 0.0,
            Attempt = 1,
            Response = place % 2 == 0 ? "5/7" : "5/12",
            Misconception = place % 4 == 1 ? "adds tops and bottoms" : null,
            Student = student,
        }),
        Next = (string?)null,
    };
}
