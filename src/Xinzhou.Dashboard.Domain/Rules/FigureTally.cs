using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// The figures of a moment counted, in all and by document. That of the next moment is made of it: what changed is taken away as it
/// was and added as it is.
/// </summary>
internal sealed class FigureTally
{
    private readonly BookView _view;
    private readonly Sums _sums;
    private readonly ImmutableDictionary<int, SourceUse> _uses;

    private FigureTally(BookView view, Sums sums, ImmutableDictionary<int, SourceUse> uses) => (_view, _sums, _uses) = (view, sums, uses);

    /// <summary>How much the documents support, by the number of the document.</summary>
    public IReadOnlyDictionary<int, SourceUse> Uses => _uses;

    /// <summary>Looks through the whole book.</summary>
    public static FigureTally Of(BookView view) => Of(view, SeriesChunks.Of(view, view.Book.Histories, Count));

    /// <summary>What was counted of the series of a view, in all.</summary>
    public static FigureTally Of(BookView view, IEnumerable<(Sums Sums, Dictionary<int, SourceUse> Uses)> counted)
    {
        var (sums, uses) = (new Sums(), new Dictionary<int, SourceUse>());
        foreach (var some in counted)
        {
            sums.Add(some.Sums);
            foreach (var (source, use) in some.Uses)
            {
                ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, source, out _);
                held = new(held.Known + use.Known, held.Shown + use.Shown);
            }
        }

        return new(view, sums, uses.ToImmutableDictionary());
    }

    /// <summary>Counts some series.</summary>
    public static (Sums Sums, Dictionary<int, SourceUse> Uses) Count(BookView view, IReadOnlyCollection<SeriesHistory> histories)
    {
        var (sums, uses) = (new Sums(), new Dictionary<int, SourceUse>());
        foreach (var history in histories) sums.Add(history, view.AsOf, 1, uses);
        return (sums, uses);
    }

    /// <summary>That of the same figures, as <see cref="Write"/> wrote it.</summary>
    public static FigureTally Read(BinaryReader reader, BookView view)
    {
        var (sums, uses) = (Sums.Read(reader), ImmutableDictionary.CreateBuilder<int, SourceUse>());
        for (var count = reader.ReadInt32(); count > 0; count--) uses.Add(reader.ReadInt32(), new(reader.ReadInt32(), reader.ReadInt32()));
        return new(view, sums, uses.ToImmutable());
    }

    /// <summary>Writes the counts.</summary>
    public void Write(BinaryWriter writer)
    {
        _sums.Write(writer);
        writer.Write(_uses.Count);
        foreach (var (source, use) in _uses)
        {
            writer.Write(source);
            writer.Write(use.Known);
            writer.Write(use.Shown);
        }
    }

    /// <summary>That of a later state.</summary>
    /// <param name="view">The later state.</param>
    /// <param name="changed">The series of which something else is known.</param>
    public FigureTally Next(BookView view, IEnumerable<int> changed)
    {
        var (sums, uses) = (new Sums(_sums), new Dictionary<int, SourceUse>());
        foreach (var series in changed)
        {
            if (_view.Book.Find(series) is { } before) sums.Add(before, _view.AsOf, -1, uses);
            if (view.Book.Find(series) is { } now) sums.Add(now, view.AsOf, 1, uses);
        }

        var all = _uses.ToBuilder();
        foreach (var (source, use) in uses)
        {
            var held = all.GetValueOrDefault(source);
            held = new(held.Known + use.Known, held.Shown + use.Shown);
            if (held.Known > 0) all[source] = held;
            else all.Remove(source);
        }

        return new(view, sums, all.ToImmutable());
    }

    /// <summary>The counts, without the documents'.</summary>
    public FigureCounts Counts => _sums.Counts(_uses.Count);

    /// <summary>Figures, counted.</summary>
    internal sealed class Sums
    {
        private static readonly Reliability[] Grades = [.. Enum.GetValues<Reliability>().OrderDescending()];

        private readonly int[] _byGrade = new int[Grades.Max(g => (int)g) + 1];
        private int _known;
        private int _expected;
        private int _shown;
        private int _preliminary;
        private int _stageUnstated;
        private int _yearInferred;
        private int _dayUnstated;
        private int _unquoted;

        public Sums()
        {
        }

        public Sums(Sums other) => Add(other);

        public void Add(Sums other)
        {
            for (var i = 0; i < _byGrade.Length; i++) _byGrade[i] += other._byGrade[i];
            _known += other._known;
            _expected += other._expected;
            _shown += other._shown;
            _preliminary += other._preliminary;
            _stageUnstated += other._stageUnstated;
            _yearInferred += other._yearInferred;
            _dayUnstated += other._dayUnstated;
            _unquoted += other._unquoted;
        }

        /// <summary>Adds a series, or takes it away.</summary>
        /// <param name="history">The series.</param>
        /// <param name="asOf">The moment.</param>
        /// <param name="sign">1, or −1.</param>
        /// <param name="uses">What its figures add to the documents.</param>
        public void Add(SeriesHistory history, AsOf asOf, int sign, Dictionary<int, SourceUse> uses)
        {
            var groups = history.Groups;
            for (var i = 0; i < groups.Count; i++)
            {
                var group = groups[i];
                foreach (var figure in group.Span)
                {
                    if (!group.IsKnown(figure, asOf)) continue;
                    _known += sign;
                    if (figure.Kind is ValueKind.Forecast or ValueKind.Target) _expected += sign;
                    ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, figure.Source.Id, out _);
                    use = use with { Known = use.Known + sign };
                }

                if (group.Shown(asOf) is not { } shown) continue;
                _shown += sign;
                if (shown.Stage is Stage.Flash or Stage.Preliminary) _preliminary += sign;
                if (shown.Stage == Stage.Unstated) _stageUnstated += sign;
                if (shown.YearInferred) _yearInferred += sign;
                if (shown.IsDayUnstated) _dayUnstated += sign;
                if (string.IsNullOrEmpty(shown.Quote)) _unquoted += sign;
                _byGrade[(int)shown.Reliability] += sign;
                ref var shownUse = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, shown.Source.Id, out _);
                shownUse = shownUse with { Shown = shownUse.Shown + sign };
            }
        }

        public static Sums Read(BinaryReader reader)
        {
            var sums = new Sums
            {
                _known = reader.ReadInt32(),
                _expected = reader.ReadInt32(),
                _shown = reader.ReadInt32(),
                _preliminary = reader.ReadInt32(),
                _stageUnstated = reader.ReadInt32(),
                _yearInferred = reader.ReadInt32(),
                _dayUnstated = reader.ReadInt32(),
                _unquoted = reader.ReadInt32(),
            };
            for (var i = 0; i < sums._byGrade.Length; i++) sums._byGrade[i] = reader.ReadInt32();
            return sums;
        }

        public void Write(BinaryWriter writer)
        {
            foreach (var count in (int[])[_known, _expected, _shown, _preliminary, _stageUnstated, _yearInferred, _dayUnstated, _unquoted, .. _byGrade]) writer.Write(count);
        }

        public FigureCounts Counts(int sources) => new()
        {
            Known = _known,
            Expected = _expected,
            Sources = sources,
            Shown = _shown,
            Preliminary = _preliminary,
            StageUnstated = _stageUnstated,
            YearInferred = _yearInferred,
            DayUnstated = _dayUnstated,
            Unquoted = _unquoted,
            ByGrade = [.. Grades.Select(g => (g, _byGrade[(int)g]))],
        };
    }
}
