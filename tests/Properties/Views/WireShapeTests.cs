using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Properties.Views;

public sealed class WireShapeTests
{
    private static readonly JsonSerializerOptions HubOptions = new(JsonSerializerDefaults.Web) { TypeInfoResolver = ViewJson.Default };

    private static readonly StudentView Ana = new()
    {
        Id = "ana",
        Name = "Ana Lima",
        Presence = Presence.OnBreak,
        Link = Link.Live,
        ClaimedBy = "Ms Ito",
        Station = "teacher",
        SmallGroup = "g1",
        Help = [new(ShownReason.HandRaised, new(1_790_000_000_000), "Hand raised", About: HandTopic.Stuck)],
        Accommodations = [Accommodation.ExtraTime, Accommodation.LargerType150],
        NextStep = new(NextStepKind.WorkOnPaper, "k1", "Because."),
        Cells = [new("k1", 0.83, 0.71, MasteryLevel.ReviewDue, 6)],
    };

    private static readonly BoardView Board = new()
    {
        Classroom = "c1",
        Name = "6a",
        Version = 917,
        Now = new(1_790_000_000_000),
        Lesson = new("l1", LessonState.Running, LessonBlockKind.WarmUp, ["k1"], null, false),
        Skills = [new("k1", "Equal fractions")],
        Columns = ["k1"],
        Students = [Ana],
        SmallGroups = [new("g1", "A", "k1", ["ana"], false)],
        Stations = [new("teacher", "Teacher", 1, StationKind.TeacherLed, 6, 1, 1, "pens", ["g1"])],
        Rotation = new(1, 3, RotationPhase.Transition, null, 1000, true, ["g1"]),
        Queue = [new("ana", ShownReason.HandRaised, new(1_790_000_000_000))],
        Unseen = ["ana"],
        NotNow = [new("ana", ShownReason.Struggling, new(1_790_000_000_000))],
        Praise = [new("ana", "6 of the last 7 right", 6, 7)],
        Proposal = new("p1", [new("ana", "g1", "g2", "why")], []),
        Coach = new(["Mr Oro"], Names: false),
        Plan = new("plan-1", "Ana's second chance", new(1_790_000_000_000), new(1_790_000_003_000), ["k1"]),
    };

    [Fact]
    public void The_teachers_view_is_written_as_the_contract_says()
    {
        var json = Json(Board, ViewJson.Default.BoardView);

        Assert.Equal(
            "classroom name version now parked lesson skills columns students smallGroups proposal stations rotation queue notNow everyone praise unseen misses counts coach plan",
            Fields(json));
        Assert.Equal("id name presence link since waiting lostSince lastVisit claimedBy station smallGroup help nextStep goal breakUntil accommodations cells", Fields(json["students"]![0]!));
        Assert.Equal("skill mastery next level opportunities", Fields(json["students"]![0]!["cells"]![0]!));
        Assert.Equal("kind skill why", Fields(json["students"]![0]!["nextStep"]!));
        Assert.Equal("reason since evidence about", Fields(json["students"]![0]!["help"]![0]!));
        Assert.Equal("onBreak live handRaised reviewDue workOnPaper", string.Join(' ',
            Text(json["students"]![0]!, "presence"), Text(json["students"]![0]!, "link"), Text(json["queue"]![0]!, "reason"),
            Text(json["students"]![0]!["cells"]![0]!, "level"), Text(json["students"]![0]!["nextStep"]!, "kind")));
        Assert.Equal("2026-09-21T14:13:20.000Z", Text(json, "now"));
        Assert.Equal("running warmUp", $"{Text(json["lesson"]!, "state")} {Text(json["lesson"]!, "block")}");
        Assert.Null(json["everyone"]);
    }

    [Fact]
    public void A_delta_carries_only_what_changed_and_a_field_that_became_null()
    {
        var after = Board with
        {
            Version = 918,
            Lesson = null,
            Students = [Ana with { ClaimedBy = null, Cells = [new("k1", 0.9, 0.8, MasteryLevel.Learning, 7)] }],
        };

        Assert.Equal(
            """{"classroom":"c1","from":917,"to":918,"now":"2026-09-21T14:13:20.000Z","students":[{"id":"ana","claimedBy":null,"cells":[{"skill":"k1","mastery":0.9,"next":0.8,"level":"learning","opportunities":7}]}],"lesson":null}""",
            JsonSerializer.Serialize(BoardDiff.Between(Board, after)!, ViewJson.Default.DeltaView));
    }

    [Fact]
    public void The_resolver_writes_the_same_in_the_hubs_options()
    {
        Assert.Equal(JsonSerializer.Serialize(Board, ViewJson.Default.BoardView), JsonSerializer.Serialize(Board, HubOptions));
    }

    [Fact]
    public void A_student_sees_no_figure_no_reason_no_focus_and_nobody_else()
    {
        var card = new CardView("n1", 917, NextStepKind.Practice, "k1", "Equal fractions", "Your next one.", Item: "i1");
        var json = Json(AudienceViewsOf.Student(Board, "ana", card)!, ViewJson.Default.StudentBoardView);

        Assert.Equal(
            "classroom version now student name lesson eyesUp plannedEnd handRaised handsBefore claimedBy presence breakUntil goal accommodations card skills", Fields(json));
        Assert.Equal("id version kind skill skillName why item", Fields(json["card"]!));
        Assert.Equal("""["extraTime","largerType150"]""", json["accommodations"]!.ToJsonString());
        Assert.Equal("skill name level", Fields(json["skills"]![0]!));
    }

    [Fact]
    public void A_wall_shows_first_names_letters_stations_and_the_clock_alone()
    {
        var absent = Ana with { Id = "leo", Name = "Leo Oro", Presence = Presence.Absent };
        var here = Ana with { Presence = Presence.Here };
        var json = Json(AudienceViewsOf.Wall(Board with { Students = [here, absent] }), ViewJson.Default.WallView);

        Assert.Equal("classroom version now lesson eyesUp stations rotation joined plannedEnd", Fields(json));
        Assert.Equal("id name number materials smallGroups names", Fields(json["stations"]![0]!));
        Assert.Equal("""[{"letter":"A","names":["Ana"]}]""", json["stations"]![0]!["smallGroups"]!.ToJsonString());
        Assert.DoesNotContain("Leo", json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_coach_sees_students_by_the_numbers_of_their_rows_and_names_only_where_they_are_allowed()
    {
        var numbers = Json(Coach(names: false), ViewJson.Default.BoardView);
        var names = Json(Coach(names: true), ViewJson.Default.BoardView);

        Assert.Equal(
            "classroom name version now parked lesson skills columns students smallGroups proposal stations rotation queue notNow everyone praise unseen misses counts coach plan",
            Fields(numbers));
        Assert.Equal("id name presence link since waiting lostSince lastVisit claimedBy station smallGroup help nextStep goal breakUntil accommodations cells", Fields(numbers["students"]![0]!));
        Assert.Equal(("#1", "Row 1"), (Text(numbers["students"]![0]!, "id"), Text(numbers["students"]![0]!, "name")));
        Assert.Equal(("#1", "Ana Lima"), (Text(names["students"]![0]!, "id"), Text(names["students"]![0]!, "name")));
        Assert.Equal("""{"here":[],"names":false}""", numbers["coach"]!.ToJsonString());
        Assert.DoesNotContain("ana", numbers.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"ana\"", names.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Oro", numbers.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("id title starts ends targets", Fields(numbers["plan"]!));
        Assert.Empty(Coach(names: true).Students[0].Accommodations);
        Assert.Empty(Coach(names: false).Students[0].Accommodations);
        Assert.All([true, false], allowed => Assert.Null(Assert.Single(Coach(allowed).Students[0].Help).About));
        Assert.Equal(HandTopic.Stuck, Board.Students[0].Help[0].About);
    }

    [Fact]
    public void Accommodations_are_in_no_view_of_another_student_or_of_a_wall()
    {
        var leo = new StudentView { Id = "leo", Name = "Leo Oro", Presence = Presence.Here };
        var board = Board with { Students = [Ana with { Presence = Presence.Here }, leo] };

        Assert.Empty(AudienceViewsOf.Student(board, "leo", card: null)!.Accommodations);
        Assert.DoesNotContain("extraTime", Json(AudienceViewsOf.Student(board, "leo", card: null)!, ViewJson.Default.StudentBoardView).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("extraTime", Json(AudienceViewsOf.Wall(board), ViewJson.Default.WallView).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_who_share_a_first_name_get_an_initial_and_two_who_share_both_the_whole_name() =>
        Assert.Equal(
            ["Ana", "Leo O.", "Leo B.", "Kim An Vu", "Kim Ba Vu"],
            (IEnumerable<string>)ShortNames.Of(["Ana Lima", "Leo Oro", "Leo Brandt", "Kim An Vu", "Kim Ba Vu"]));

    private static BoardView Coach(bool names) => AudienceViewsOf.Coach(Board, row => $"Row {row}", names);

    private static JsonNode Json<T>(T view, JsonTypeInfo<T> type) => JsonNode.Parse(JsonSerializer.Serialize(view, type))!;

    private static string Fields(JsonNode node) => string.Join(' ', node.AsObject().Select(field => field.Key));

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
