using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using static Xinzhou.Dashboard.Domain.Tests.Plan.SaidOfPlan;
using G = CsCheck.Gen;

namespace Xinzhou.Dashboard.Domain.Tests.Plan;

/// <summary>What a document says beside what is held.</summary>
public sealed class PlanComparisonTests
{
    [Fact]
    public void Of_what_nothing_is_held_it_is_new_and_the_same_again_is_unchanged()
    {
        PlanStatement[] document =
        [
            new WorkItemStatement { Origin = From(Day(1, 5)), Task = 1, Number = 1, Text = "建厂", Due = new(new(2026, 12, 31), "2026年底"), Path = [new(new(2026, 2), 25)] },
            new ProgressStatement { Origin = From(Day(4, 3)), Task = 1, Item = 1, Quarter = new(2026, 1), Percent = 10, Text = "已开工" },
            new CommitmentStatement { Origin = From(Day(1, 5)), Target = Gdp, Owner = "fgw", Baseline = "2020", Tolerance = 3, Task = 1 },
            new OutcomeStatement { Origin = From(Day(1, 5)), Year = 2027, Dimension = "industry", Text = "建成基地", Owner = "gxj" },
        ];

        Assert.All(PlanComparison.Of(PlanBook.Of(Article, []), document).Kinds, k => Assert.Equal(PlanChangeKind.New, k));

        var again = PlanComparison.Of(Recorded(document), document);
        Assert.All(again.Kinds, k => Assert.Equal(PlanChangeKind.Unchanged, k));
        Assert.Empty(again.Stored);
    }

    [Fact]
    public void What_the_article_names_is_held_and_its_official_wording_is_a_change()
    {
        PlanStatement[] document =
        [
            new TaskStatement { Origin = From(Day(1, 5)), Number = 1, Title = "拟定的标题 1" },
            new WorkItemStatement { Origin = From(Day(1, 5)), Task = 3, Number = 1, Text = "正式的工作" },
            new WorkItemStatement { Origin = From(Day(1, 5)), Task = 3, Number = 2, Text = "另一项" },
        ];

        Assert.Equal(
            [PlanChangeKind.Changed, PlanChangeKind.Changed, PlanChangeKind.New],
            PlanComparison.Of(PlanBook.Of(Article, []), document).Kinds);
    }

    [Fact]
    public void A_field_that_is_not_stated_is_no_difference_and_one_that_is_taken_away_is()
    {
        var book = Recorded([[new TaskStatement { Origin = From(Day(1, 5)), Number = 1, Title = "正式", Lead = "fgw", Responsible = ["gxj"], Person = "甲" }]]);
        PlanChangeKind Kind(TaskStatement said) => Assert.Single(PlanComparison.Of(book, [said]).Kinds);

        Assert.Equal(PlanChangeKind.Unchanged, Kind(new() { Origin = From(Day(2, 5)), Number = 1, Lead = "fgw" }));
        Assert.Equal(PlanChangeKind.Unchanged, Kind(new() { Origin = From(Day(2, 5)), Number = 1, Quote = "" }));
        Assert.Equal(PlanChangeKind.Changed, Kind(new() { Origin = From(Day(2, 5)), Number = 1, Lead = "gxj" }));
        Assert.Equal(PlanChangeKind.Changed, Kind(new() { Origin = From(Day(2, 5)), Number = 1, Person = "" }));
        Assert.Equal(PlanChangeKind.Changed, Kind(new() { Origin = From(Day(2, 5)), Number = 1, Responsible = [] }));
    }

    [Fact]
    public void A_document_is_held_against_what_was_known_when_it_became_known()
    {
        PlanStatement january = new TaskStatement { Origin = From(Day(1, 5)), Number = 1, Title = "一" };
        PlanStatement march = new TaskStatement { Origin = From(Day(3, 5)), Number = 1, Title = "二" };
        var book = Recorded([[january], [march]]);

        // The document of January again: then it was known so, whatever is known now.
        Assert.Equal(PlanChangeKind.Unchanged, Assert.Single(PlanComparison.Of(book, [january]).Kinds));
        Assert.Equal("二", book.At(new(Day(4, 1))).Task(1)!.Title);
    }

    [Fact]
    public void What_has_no_day_of_its_own_and_says_nothing_new_is_not_stored()
    {
        PlanStatement Said(DateTimeOffset at) => new TaskStatement { Origin = From(at, basis: KnownFromBasis.Recorded), Number = 1, Title = "一" };
        var book = Recorded([[Said(Day(3, 5))]]);

        Assert.Empty(PlanComparison.Of(book, [Said(Day(3, 6))]).Stored);
    }

    [Fact]
    public void A_document_that_comes_again_adds_nothing_though_another_of_the_same_day_says_otherwise()
    {
        PlanStatement Said(string source, string title) => new TaskStatement { Origin = From(Day(1, 5), source), Number = 1, Title = title };
        var book = Recorded([[Said("甲", "一")], [Said("乙", "二")]]);

        var again = PlanComparison.Of(book, [Said("甲", "一")]);

        Assert.Equal([PlanChangeKind.Unchanged], again.Kinds);
        Assert.Empty(again.Stored);
        Assert.Equal([PlanChangeKind.Changed], PlanComparison.Of(book, [Said("甲", "三")]).Kinds);
    }

    [Fact]
    public void A_report_from_before_the_day_from_which_its_item_is_known_is_unchanged_when_it_comes_again()
    {
        PlanStatement[] document =
        [
            new WorkItemStatement { Origin = From(Day(9, 5)), Task = 1, Number = 1, Text = "建厂" },
            new ProgressStatement { Origin = From(Day(4, 3)), Task = 1, Item = 1, Quarter = new(2026, 1), Percent = 10 },
        ];

        Assert.All(PlanComparison.Of(Recorded(document), document).Kinds, k => Assert.Equal(PlanChangeKind.Unchanged, k));
    }

    [Fact]
    public void A_document_that_confirms_what_is_held_is_not_undone_by_one_from_between_that_comes_in_later()
    {
        PlanStatement Said(DateTimeOffset at, string title, string source) => new TaskStatement { Origin = From(at, source), Number = 1, Title = title };

        var book = Recorded([[Said(Day(1, 5), "一", "甲")], [Said(Day(3, 5), "一", "丙")], [Said(Day(2, 5), "二", "乙")]]);

        Assert.Equal("二", book.At(new(Day(2, 5))).Task(1)!.Title);
        Assert.Equal("一", book.At(new(Day(3, 5))).Task(1)!.Title);
    }

    [Fact]
    public void In_whatever_order_documents_are_recorded_the_same_is_known_at_every_moment() => G.Shuffle(Documents()).Select(G.Shuffle(Documents()), (a, b) => (a, b)).Sample(
        orders =>
        {
            var (one, other) = (Recorded(orders.a), Recorded(orders.b));
            foreach (var moment in Moments) Assert.Equal(Told(one.At(new(moment))), Told(other.At(new(moment))));
        },
        iter: 300);

    [Fact]
    public void Whatever_was_recorded_recorded_again_adds_nothing() => G.Shuffle(Documents()).Sample(
        documents =>
        {
            var book = Recorded(documents);
            Assert.All(documents, d => Assert.Empty(PlanComparison.Of(book, d).Stored));
        },
        iter: 100);

    private static readonly CommitmentTarget Gdp = new("gdp", "140900", "2027-FY", PeriodKind.Year);

    private static readonly DateTimeOffset[] Moments = [.. Enumerable.Range(1, 9).Select(m => Day(m, 10))];

    /// <summary>One document a month; several say the same of the same, and one before another.</summary>
    private static PlanStatement[][] Documents() =>
    [
        .. Enumerable.Range(1, 8).Select(m => new PlanStatement[]
        {
            new TaskStatement
            {
                Origin = From(Day(m, 5), $"文件{m}"), Number = 1 + (m % 2), Title = $"标题{m / 3}", Lead = m % 3 == 0 ? "fgw" : null,
                Responsible = m % 4 == 0 ? ["gxj"] : null, Person = m == 6 ? "" : m == 4 ? "甲" : null,
            },
            new WorkItemStatement { Origin = From(Day(m, 5), $"文件{m}"), Task = 1, Number = 1 + (m % 3), Text = $"工作{m / 4}", Due = m % 2 == 0 ? new(new(2026, 12, m)) : null },
            new ProgressStatement { Origin = From(Day(m, 5), $"文件{m}"), Task = 1, Item = 1, Quarter = new(2025, 1 + (m % 2)), Percent = 10 * (m / 3), Text = m % 3 == 0 ? $"进展{m}" : null },
            new CommitmentStatement { Origin = From(Day(m, 5), $"文件{m}"), Target = Gdp, Owner = m % 2 == 0 ? "fgw" : "gxj", Tolerance = m / 4 },
            new OutcomeStatement { Origin = From(Day(m, 5), $"文件{m}"), Year = 2027, Dimension = "industry", Text = "建成", Achieved = m % 3 == 0 ? new(new(2026, 1, m)) : null },
        }),
    ];

    private static string Told(CityPlan plan) => string.Join('\n', plan.Tasks.Select(t =>
            $"{t.Number} {t.Title} {t.Lead} {string.Join(',', t.Responsible)} {t.Person} "
            + string.Join(';', t.WorkItems.Select(i => $"{i.Number} {i.Text} {i.Due} {string.Join(',', i.Progress.Select(p => $"{p.Quarter} {p.Percent} {p.Text}"))}"))))
        + string.Join('\n', plan.Commitments.Select(c => $"{c.Owner} {c.Tolerance}")) + string.Join('\n', plan.Outcomes.Select(o => $"{o.Text} {o.Achieved}"));
}
