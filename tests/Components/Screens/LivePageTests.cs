using System.Text.Json;
using AngleSharp.Dom;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Web.Screens;
using LiveClass.Web.Screens.Live;
using LiveClass.Web.Words;

namespace LiveClass.Tests.Components.Screens;

public sealed class LivePageTests
{
    [Fact]
    public async Task A_full_class_stands_in_two_halves_of_eighteen_rows_with_twelve_columns()
    {
        var page = await Page(SampleBoards.Running(36, 12));

        Assert.Equal([18, 18], page.QuerySelectorAll(".half").Select(half => half.QuerySelectorAll("[data-student]").Length));
        Assert.Equal(36 * 12, page.QuerySelectorAll("[role=gridcell]").Length);
        Assert.Equal(2 * 12, page.QuerySelectorAll(".column").Length);
        Assert.Contains("upright", page.QuerySelector("#grid")!.ClassList);
        Assert.DoesNotContain("upright", (await Page(SampleBoards.Running(35, 8))).QuerySelector("#grid")!.ClassList);
    }

    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(35, 18, 17)]
    [InlineData(40, 25, 15)]
    public async Task Rows_fill_the_first_half_first(int students, int first, int second)
    {
        var page = await Page(SampleBoards.Running(students));
        Assert.Equal([first, second], page.QuerySelectorAll(".half").Select(half => half.QuerySelectorAll("[data-student]").Length));
    }

    [Fact]
    public async Task A_cell_says_who_what_and_how_it_is()
    {
        var board = SampleBoards.Running();
        var cell = board.Students[7].Cells[0];
        var rendered = (await Page(board)).QuerySelector($"[data-student={board.Students[7].Id}] [data-skill={cell.Skill}]")!;

        Assert.Equal($"Björn Ek, Add unlike: mastered, {cell.Opportunities} tries", rendered.GetAttribute("aria-label"));
        Assert.Equal(MasteryLevel.Mastered, cell.Level);
        Assert.Contains("mastered", rendered.ClassList);
    }

    [Fact]
    public async Task The_most_pressing_reason_alone_is_marked_beside_the_name()
    {
        var row = (await Page(SampleBoards.Running())).QuerySelector("[data-student=s8]")!;

        Assert.Equal("#m-struggling", row.QuerySelector("use")!.GetAttribute("href"));
        Assert.Equal("3m", row.QuerySelector(".minutes")!.TextContent);
        Assert.Contains("needs", row.ClassList);
        Assert.Equal("Björn Ek, struggling for 3 minutes: 1 of the last 7 right", row.QuerySelector("[role=rowheader]")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Every_mark_has_a_symbol_on_the_page()
    {
        var page = await Page(SampleBoards.Running());
        var used = page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!).Where(href => href.Length > 0).Distinct().ToList();

        Assert.NotEmpty(used);
        Assert.All(used, href => Assert.NotNull(page.GetElementById(href[1..])));
    }

    [Fact]
    public async Task An_absent_student_keeps_the_row_without_a_mark()
    {
        var row = (await Page(SampleBoards.Running())).QuerySelector("[data-student=s13]")!;

        Assert.Equal("absent", row.QuerySelector(".minutes")!.TextContent);
        Assert.Contains("absent", row.ClassList);
        Assert.Equal("", row.QuerySelector("use")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Before_the_first_lesson_the_first_skills_are_the_columns_and_nothing_is_started()
    {
        var page = await Page(SampleBoards.NoLesson());

        Assert.Equal(24, page.QuerySelectorAll(".column").Length);
        Assert.All(page.QuerySelectorAll("[role=gridcell]"), cell => Assert.Contains("notStarted", cell.ClassList));
    }

    [Fact]
    public async Task In_the_first_minute_those_who_joined_are_told_from_those_who_are_expected()
    {
        var page = await Page(SampleBoards.FirstMinute());

        Assert.Equal(24, page.QuerySelectorAll(".row.here").Length);
        Assert.Equal(11, page.QuerySelectorAll(".row.expected").Length);
    }

    [Fact]
    public async Task A_class_without_students_says_what_to_do() =>
        Assert.Contains("Paste a list of names", (await Page(SampleBoards.NoStudents())).QuerySelector(".no-students")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_page_carries_the_record_that_it_was_made_from()
    {
        var board = SampleBoards.Running();
        var data = (await Page(board)).GetElementById("board")!;

        Assert.Equal("application/json", data.GetAttribute("type"));
        var carried = JsonSerializer.Deserialize(data.TextContent, ViewJson.Default.BoardView)!;
        Assert.Null(BoardDiff.Between(board, carried));
    }

    [Fact]
    public async Task A_name_that_looks_like_markup_stays_a_name()
    {
        const string Name = "</script><script>alert(1)</script>";
        var board = SampleBoards.Running();
        board = board with { Students = board.Students.SetItem(0, board.Students[0] with { Name = Name }) };
        var page = await Page(board);

        Assert.Equal(["module", "application/json", "application/json"], page.Scripts.Select(script => script.Type));
        Assert.Equal(Name, JsonSerializer.Deserialize(page.GetElementById("board")!.TextContent, ViewJson.Default.BoardView)!.Students[0].Name);
    }

    [Fact]
    public async Task Hidden_names_are_hidden_from_the_first_paint_on()
    {
        var page = await Page(SampleBoards.Running(), new ScreenPreferences("dark", NamesHidden: true));

        Assert.Equal("hidden", page.DocumentElement.GetAttribute("data-names"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("Student 8", page.QuerySelector("[data-student=s8] .number")!.TextContent);
    }

    [Fact]
    public async Task Two_who_would_look_alike_get_their_whole_names()
    {
        var board = SampleBoards.Running(5);
        board = board with { Students = board.Students.SetItem(1, board.Students[1] with { Name = "Abena Asante" }) };
        var names = (await Page(board)).QuerySelectorAll(".said").Select(name => name.TextContent).ToList();

        Assert.Equal(["Abena Adjei", "Abena Asante", "Ana B."], names[..3]);
    }

    [Fact]
    public async Task The_grid_has_one_tab_stop() =>
        Assert.Single((await Page(SampleBoards.Running())).QuerySelectorAll("#grid [tabindex='0']"));

    [Fact]
    public async Task Without_scripts_the_page_says_how_old_it_is_and_how_to_refresh()
    {
        var words = (await Page(SampleBoards.Running())).QuerySelector("noscript")!;

        Assert.Contains("10:28:00 UTC", words.TextContent, StringComparison.Ordinal);
        Assert.Contains("/classrooms/demo-6a/live", words.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_inline_that_the_content_policy_forbids()
    {
        var page = await Page(SampleBoards.Running());

        Assert.Empty(page.QuerySelectorAll("[style], style"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), element =>
            Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cell_that_stands_alone_on_a_phone_is_what_help_is_about()
    {
        var page = await Page(SampleBoards.Running());

        Assert.Equal("k22", page.QuerySelector("[data-student=s5] .focus")!.GetAttribute("data-skill"));
        Assert.All(page.QuerySelectorAll("[data-student]"), row => Assert.Single(row.QuerySelectorAll(".focus")));
    }

    [Fact]
    public async Task A_page_in_Spanish_has_Spanish_tiles_and_names_of_misconceptions()
    {
        var board = SampleBoards.Running();
        board = board with { Skills = [.. board.Skills.Select((skill, place) => skill with { Tile = $"Own {place}", TileEs = $"Suyo {place}" })] };

        var (english, spanish) = (await Page(board), await Page(board, language: "es"));

        Assert.Equal("Own 0", english.QuerySelector(".column .tile")!.TextContent.Trim());
        Assert.Equal("Suyo 0", spanish.QuerySelector(".column .tile")!.TextContent.Trim());
        Assert.Equal("adds the bottoms", Miss(english));
        Assert.Equal("suma los denominadores", Miss(spanish));

        static string Miss(IDocument page) =>
            JsonSerializer.Deserialize<Dictionary<string, string>>(page.GetElementById("words")!.TextContent)!["miss.adds-bottoms"];
    }

    private static Task<IDocument> Page(BoardView board, ScreenPreferences? preferences = null, string language = WordBook.Default) => Rendered.As<LivePage>(
        new()
        {
            [nameof(LivePage.Board)] = board,
            [nameof(LivePage.Preferences)] = preferences ?? ScreenPreferences.Default,
        },
        language);
}
