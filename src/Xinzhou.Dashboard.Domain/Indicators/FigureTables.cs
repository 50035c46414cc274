using System.Runtime.InteropServices;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What packed figures share, by number: a packed figure has the numbers.</summary>
internal sealed class FigureTables
{
    public Numbered<Period> Periods { get; init; } = new();

    public Numbered<FigureAttributes> Attributes { get; init; } = new();
    public Numbered<SourceDocument> Sources { get; init; } = new(EqualityComparer<SourceDocument>.Create((x, y) => x?.Id == y?.Id, s => s.Id));
    public Numbered<string> SourceTexts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Moments at which figures became known and were recorded, as ticks in UTC.</summary>
    public Numbered<long> Moments { get; init; } = new();

    public void Write(BinaryWriter writer)
    {
        Write(writer, Periods, p =>
        {
            writer.Write(p.Code);
            writer.Write((int)p.Kind);
        });
        Write(writer, Attributes, a =>
        {
            Write(writer, a.PeriodLabel);
            writer.Write(a.YearInferred);
            writer.Write(a.Scope);
            writer.Write((int)a.Kind);
            writer.Write((int)a.Comparator);
            writer.Write(a.Uom);
            writer.Write((int)a.Stage);
            writer.Write(a.VintageLabel);
            writer.Write(a.UnifiedAccounting);
            writer.Write((int?)a.StatedPriceBasis ?? -1);
            writer.Write((int)a.KnownFromBasis);
            writer.Write((int)a.Reliability);
        });
        Write(writer, Sources, s => writer.Write(s.Id));
        Write(writer, SourceTexts, writer.Write);
        Write(writer, Moments, writer.Write);
    }

    /// <param name="reader">At what <see cref="Write(BinaryWriter)"/> wrote.</param>
    /// <param name="source">The document of a number; null where there is none.</param>
    /// <returns>Null where there is no document of a number.</returns>
    public static FigureTables? Read(BinaryReader reader, Func<int, SourceDocument?> source)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var periods = Read(reader, () => Period.FromCode(reader.ReadString(), (PeriodKind)reader.ReadInt32()));
        var attributes = Read(reader, () => new FigureAttributes
        {
            PeriodLabel = TextOrNull(),
            YearInferred = reader.ReadBoolean(),
            Scope = Text(),
            Kind = (ValueKind)reader.ReadInt32(),
            Comparator = (Comparator)reader.ReadInt32(),
            Uom = Text(),
            Stage = (Stage)reader.ReadInt32(),
            VintageLabel = Text(),
            UnifiedAccounting = reader.ReadBoolean(),
            StatedPriceBasis = reader.ReadInt32() is >= 0 and var basis ? (PriceBasis)basis : null,
            KnownFromBasis = (KnownFromBasis)reader.ReadInt32(),
            Reliability = (Reliability)reader.ReadInt32(),
        });
        var sources = Read(reader, () => source(reader.ReadInt32()));
        var (sourceTexts, moments) = (Read(reader, Text), Read(reader, reader.ReadInt64));
        return sources.Contains(null) ? null
            : new() { Periods = new(periods), Attributes = new(attributes), Sources = new(sources!), SourceTexts = new(sourceTexts), Moments = new(moments) };

        string Text() => reader.ReadString() is var text && texts.TryGetValue(text, out var held) ? held : texts[text] = text;
        string? TextOrNull() => reader.ReadBoolean() ? Text() : null;
    }

    private static void Write<T>(BinaryWriter writer, Numbered<T> table, Action<T> write) where T : notnull
    {
        writer.Write(table.All.Count);
        foreach (var value in table.All) write(value);
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static T[] Read<T>(BinaryReader reader, Func<T> read)
    {
        var all = new T[reader.ReadInt32()];
        for (var i = 0; i < all.Length; i++) all[i] = read();
        return all;
    }

    /// <summary>Values, each once, with their numbers from 0 on.</summary>
    internal sealed class Numbered<T>(IEqualityComparer<T>? comparer = null) where T : notnull
    {
        private readonly Dictionary<T, int> _numbers = new(comparer);
        private readonly List<T> _all = [];

        /// <param name="all">The values, in the order of their numbers.</param>
        public Numbered(IEnumerable<T> all)
            : this()
        {
            foreach (var value in all)
            {
                _numbers.TryAdd(value, _all.Count);
                _all.Add(value);
            }
        }

        public IReadOnlyList<T> All => _all;

        public T this[ulong number] => _all[(int)number];

        public ulong Of(T value)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var isHeld);
            if (isHeld) return (ulong)number;
            _all.Add(value);
            return (ulong)(number = _all.Count - 1);
        }
    }
}
