using System.Collections.Immutable;
using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// Everything that pages and the API show, as one consistent, immutable whole: the plan, the catalogue, all figures and
/// the rules they are held to.
/// </summary>
public sealed record Snapshot
{
    /// <summary>How many days ahead it is looked for turns of lights.</summary>
    public const int TurnsAhead = 366;

    // Of these figures under these rules: a copy with more goes on from them, one with others begins anew.
    private DigestCache _digests = new();
    private MomentCache<CityPlan> _plans = new();
    private MomentCache<LightBoard> _lights = new();
    private MomentCache<IReadOnlyDictionary<LightSubject, LightTurn>> _turns = new();

    public static Snapshot Empty { get; } = new();

    /// <summary>The plan as the article tells it, with the departments; as it is known at a moment it is in <see cref="PlanAt"/>.</summary>
    public CityPlan Plan
    {
        get => PlanBook.Article;
        init => PlanBook = PlanBook.On(value);
    }

    /// <summary>Everything that was ever said of the plan.</summary>
    public PlanBook PlanBook
    {
        get;
        init
        {
            if (ReferenceEquals(field, value)) return;
            (field, _plans, _lights, _turns) = (value, new(), new(), new());
        }
    } = PlanBook.Empty;

    /// <summary>The thresholds of lights, as they ever were.</summary>
    public LightSettingsHistory LightSettings
    {
        get;
        init
        {
            if (ReferenceEquals(field, value)) return;
            (field, _lights, _turns) = (value, new(), new());
        }
    } = LightSettingsHistory.Empty;

    /// <summary>What was ever decided in place of the lights' rules, the earliest first.</summary>
    public IReadOnlyList<LightOverride> LightOverrides
    {
        get;
        init
        {
            if (ReferenceEquals(field, value)) return;
            (field, _lights, _turns) = (value, new(), new());
        }
    } = [];

    /// <summary>Proposals to change commitments, and signatures.</summary>
    public PledgeBook Pledges { get; init; } = PledgeBook.Empty;

    public Catalogue Catalogue
    {
        get;
        init => (field, _digests) = (value, new());
    } = new([], []);

    public FigureBook Figures
    {
        get;
        init
        {
            if (ReferenceEquals(field, value)) return;
            (field, _digests, _lights, _turns) = (value, _digests.After(field, value), new(), new());
        }
    } = FigureBook.Empty;

    /// <summary>The rules that figures are held to.</summary>
    public RuleBook Rules
    {
        get;
        init => (field, _digests) = (value, new());
    } = RuleBook.Empty;

    /// <summary>The documents that figures cite, in the order they were first cited: that of their numbers.</summary>
    public IReadOnlyList<SourceDocument> Sources { get; init; } = [];

    /// <summary>The document of an identifier of the API; null when there is none.</summary>
    public SourceDocument? Source(string key) => Identifier.Read(key, 'd') is { } id ? Source(Sources, id) : null;

    /// <summary>The document of a number among documents in the order of their numbers; null when there is none.</summary>
    internal static SourceDocument? Source(IReadOnlyList<SourceDocument> sources, long id)
    {
        var (low, high) = (0, sources.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var source = sources[middle];
            if (source.Id == id)
            {
                return source;
            }

            (low, high) = source.Id < id ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>Where the figures come from that were entered and released here, by the number of the figure.</summary>
    public ImmutableDictionary<long, FigureOrigin> Origins { get; init; } = ImmutableDictionary<long, FigureOrigin>.Empty;

    /// <summary>The released progress of key tasks, in the order of release.</summary>
    public IReadOnlyList<TaskProgress> Progress { get; init; } = [];

    /// <summary>What the inspection office ever judged of tasks, in the order of recording.</summary>
    public IReadOnlyList<Judgement> Judgements { get; init; } = [];

    /// <summary>Risks and dependencies of tasks, all versions, in the order of recording.</summary>
    public IReadOnlyList<TaskRisk> Risks { get; init; } = [];

    /// <summary>How counts become a score, as it ever was, the earliest first; empty where no rule was ever entered.</summary>
    public IReadOnlyList<AssessmentRuleVersion> AssessmentRules { get; init; } = [];

    /// <summary>产业链 and their 链长, all versions, in the order of recording.</summary>
    public IReadOnlyList<IndustryChain> Chains { get; init; } = [];

    /// <summary>Who has an account, as far as it says whether he still acts for a unit.</summary>
    public IReadOnlyList<AccountHolder> Accounts { get; init; } = [];

    /// <summary>What units sent of work items, and what was decided on it.</summary>
    public CheckInBook CheckIns { get; init; } = CheckInBook.Empty;

    /// <summary>The notices, and everything that was done about them.</summary>
    public NoticeBook Notices { get; init; } = NoticeBook.Empty;

    /// <summary>交账: reviews with their signatures; the content of packs stays in the database.</summary>
    public ReviewBook Reviews { get; init; } = ReviewBook.Empty;

    /// <summary>True when the installation holds the demonstration data set: every screen, export and answer says so.</summary>
    public bool Demonstration { get; init; }

    /// <summary>True for a figure that is none of the city: entered in a return of the demonstration, or a target or a past quarter that it set.</summary>
    public bool IsGenerated(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Demonstration && (Origins.ContainsKey(figure.Id)
            || figure.SourceText.StartsWith(GeneratedSources.Target, StringComparison.Ordinal)
            || figure.SourceText.StartsWith(GeneratedSources.History, StringComparison.Ordinal));
    }

    /// <summary>True when units, work items, progress or outcomes of the plan are those that the demonstration made up.</summary>
    public bool HasGeneratedPlan => Demonstration
        && PlanBook.Statements.Any(s => s.Origin.Source.StartsWith(GeneratedSources.Plan, StringComparison.Ordinal));

    /// <summary>What the return that had released a figure has put in its place, as it was known at a moment; null where it has not.</summary>
    public Correction? CorrectionOf(Figure figure, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (!Origins.TryGetValue(figure.Id, out var own) || Figures.GroupOf(figure.Id) is not { } group)
        {
            return null;
        }

        foreach (var later in group.KnownFigures(asOf).Where(f => f.Id > figure.Id))
        {
            if (Origins.GetValueOrDefault(later.Id) is { Correction: { } reason } origin && origin.Return == own.Return && origin.Cell == own.Cell)
            {
                return new(later, reason);
            }
        }

        return null;
    }

    /// <summary>The moment the plan or the catalogue last changed.</summary>
    public DateTimeOffset PlanChangedAt { get; init; }

    /// <summary>What is stored but not understood here and therefore not served; empty as a rule.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>How far the tables went that it was read from; null where it was not.</summary>
    internal Marks? Marks { get; init; }

    /// <summary>What the log says of the figures, where they are to be kept for the next start.</summary>
    internal FigureCache.Past? Past { get; init; }

    /// <summary>Everything that was ever said, published, set and decided, for questions about what changed.</summary>
    public Knowledge Knowledge => new(PlanBook, Figures, LightSettings, LightOverrides, Notices);

    /// <summary>The plan as it was known at a moment; worked out once for all moments between two changes.</summary>
    public CityPlan PlanAt(AsOf asOf) => _plans.At(PlanBook.Settled(asOf), PlanBook.At);

    /// <summary>The latest moment not after <paramref name="now"/> at which anything here changed.</summary>
    public DateTimeOffset LastChange(DateTimeOffset now) =>
        new[]
        {
            PlanChangedAt,
            CheckIns.ChangedAt <= now ? CheckIns.ChangedAt : default,
            Notices.ChangedAt <= now ? Notices.ChangedAt : default,
            Reviews.ChangedAt <= now ? Reviews.ChangedAt : default,
            Judgements is [.., var judged] && judged.At <= now ? judged.At : default,
            Risks is [.., var risk] && risk.At <= now ? risk.At : default,
            AssessmentRules is [.., var rule] && rule.At <= now ? rule.At : default,
            Chains is [.., var chain] && chain.At <= now ? chain.At : default,
            LastTurn(now),
            Pledges.LastChange(now) ?? default,
            Progress is [.., var last] && last.RecordedAt <= now ? last.RecordedAt : default,
        }.Max();

    /// <summary>What can be said of all figures at a moment; worked out once for all moments between two changes.</summary>
    public Digest DigestAt(AsOf asOf) => _digests.At(Rules, Figures, asOf);

    /// <summary>The same, going on from what was worked out of its figures under its rules before.</summary>
    internal Snapshot From(Digest digest)
    {
        var same = this with { };
        same._digests = DigestCache.From(digest);
        return same;
    }

    /// <summary>All lights of a moment; worked out once for all moments of a day between two changes.</summary>
    public LightBoard LightsAt(AsOf asOf) => _lights.At(
        KeyOfLights(asOf), key => LightBoard.Of(PlanAt(key), Figures.At(key), LightSettings.At(key), LightOverrides, key));

    /// <summary>
    /// When each light takes another colour if nothing is reported, published or decided, by what it is the light of; within
    /// <see cref="TurnsAhead"/> days, lights that do not turn until then are not in it. Worked out as <see cref="LightsAt"/>.
    /// </summary>
    public IReadOnlyDictionary<LightSubject, LightTurn> TurnsAt(AsOf asOf) => _turns.At(KeyOfLights(asOf), key =>
    {
        var until = DateOnly.FromDayNumber(Math.Min(Shanghai.DayOf(key.Moment).DayNumber + TurnsAhead, DateOnly.MaxValue.DayNumber));
        return LightTurn.Upcoming(PlanAt(key), Figures.At(key), LightSettings.At(key), LightOverrides, key, until).ToDictionary(t => t.Subject);
    });

    /// <summary>
    /// The latest moment not after <paramref name="now"/> at which anything here changed, the lights among it, which are judged anew
    /// when a day comes: from when on they are those of now.
    /// </summary>
    public DateTimeOffset LastChangeOfLights(DateTimeOffset now) =>
        PlanBook.Statements.Count > 0 || LightOverrides.Count > 0 || Notices.Count > 0 || Figures.At(new(now)).Targets().Any()
            ? Later(LastChange(now), StartOfDay(now))
            : LastChange(now);

    /// <summary>The latest moment at which something changed that lights are judged by.</summary>
    private DateTimeOffset LastTurn(DateTimeOffset now) =>
        new[]
        {
            Figures.LastChange(now) ?? default,
            PlanBook.LastChange(now) ?? default,
            LightSettings.VersionAt(new(now))?.At ?? default,
            LightOverrides.LastOrDefault(o => o.At <= now)?.At ?? default,
        }.Max();

    /// <summary>The moment that stands for all of a day between two changes: on another day the same things are judged otherwise.</summary>
    private AsOf KeyOfLights(AsOf asOf) => asOf with
    {
        Moment = Later(LastTurn(asOf.Moment), StartOfDay(asOf.Moment)),
        RecordedBy = asOf.RecordedBy is { } recordedBy ? LastTurn(recordedBy) : null,
    };

    private static DateTimeOffset StartOfDay(DateTimeOffset moment) =>
        Shanghai.DayOf(moment) is var day && day == DateOnly.MinValue ? DateTimeOffset.MinValue : Shanghai.StartOf(day);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
