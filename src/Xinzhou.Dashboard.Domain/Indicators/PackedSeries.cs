namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The figures of a series in few bytes each; what they share stands in tables.</summary>
internal sealed class PackedSeries
{
    private const byte HasValue = 1;
    private const byte IsNegative = 2;
    private const byte IsLong = 4;
    private const byte HasWords = 8;
    private const byte HasQuote = 16;
    private const byte HasNote = 32;

    private readonly FigureTables _tables;
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <param name="series">The series.</param>
    /// <param name="tables">What its figures share with others.</param>
    /// <param name="bytes">The figures, as <see cref="Packing"/> writes them.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="firstId">The least number of a figure among them.</param>
    /// <param name="hasTargets">True where one of them is a target.</param>
    public PackedSeries(Series series, FigureTables tables, ReadOnlyMemory<byte> bytes, int count, long firstId, bool hasTargets) =>
        (Series, _tables, _bytes, Count, FirstId, HasTargets) = (series, tables, bytes, count, firstId, hasTargets);

    public Series Series { get; }
    public int Count { get; }
    public long FirstId { get; }
    public bool HasTargets { get; }

    /// <summary>All of them, in the order in which they were packed.</summary>
    public Figure[] Figures()
    {
        var figures = new Figure[Count];
        var reader = new PackedReader(_bytes.Span);
        var (id, words, quote, note) = (0L, "", "", "");
        for (var i = 0; i < figures.Length; i++)
        {
            id += reader.Step();
            var (period, attributes, source, sourceText) = (reader.Number(), reader.Number(), reader.Number(), reader.Number());
            var (known, recorded, head) = (reader.Number(), reader.Number(), reader.Byte());
            figures[i] = new()
            {
                Id = id,
                Series = Series,
                Period = _tables.Periods[period],
                Attributes = _tables.Attributes[attributes],
                Source = _tables.Sources[source],
                SourceText = _tables.SourceTexts[sourceText],
                KnownFrom = new(_tables.Moments[known], TimeSpan.Zero),
                RecordedAt = new(_tables.Moments[recorded], TimeSpan.Zero),
                Value = (head & HasValue) != 0 ? Number(ref reader, head) : null,
                Text = (head & HasWords) != 0 ? words = PackedText.Read(ref reader, words) : null,
                Quote = (head & HasQuote) != 0 ? quote = PackedText.Read(ref reader, quote) : null,
                Note = (head & HasNote) != 0 ? note = PackedText.Read(ref reader, note) : null,
            };
        }

        return figures;
    }

    /// <summary>The numbers of the figures and of their documents, without making the figures.</summary>
    public (long Id, int Source)[] Numbers()
    {
        var (numbers, id) = (new (long Id, int Source)[Count], 0L);
        var reader = new PackedReader(_bytes.Span);
        for (var i = 0; i < numbers.Length; i++)
        {
            id += reader.Step();
            reader.Number();
            reader.Number();
            numbers[i] = (id, _tables.Sources[reader.Number()].Id);
            reader.Number();
            reader.Number();
            reader.Number();
            var head = reader.Byte();
            if ((head & HasValue) != 0) Number(ref reader, head);
            if ((head & HasWords) != 0) PackedText.Skip(ref reader);
            if ((head & HasQuote) != 0) PackedText.Skip(ref reader);
            if ((head & HasNote) != 0) PackedText.Skip(ref reader);
        }

        return numbers;
    }

    private static decimal Number(ref PackedReader reader, byte head)
    {
        var (scale, low) = (reader.Byte(), reader.Number());
        var high = (head & IsLong) != 0 ? reader.Number() : 0;
        return new((int)low, (int)(low >> 32), (int)high, (head & IsNegative) != 0, scale);
    }

    /// <summary>Packs the figures of a series one after the other.</summary>
    internal sealed class Packing(Series series, FigureTables tables)
    {
        private PackedBuffer _buffer;
        private long _id;
        private string _words = "";
        private string _quote = "";
        private string _note = "";

        public int Length => _buffer.Length;
        public ReadOnlySpan<byte> Written => _buffer.Written;
        public int Count { get; private set; }
        public long FirstId { get; private set; } = long.MaxValue;
        public bool HasTargets { get; private set; }

        public void Add(Figure figure)
        {
            _buffer.WriteStep(figure.Id - _id);
            _buffer.Write(tables.Periods.Of(figure.Period));
            _buffer.Write(tables.Attributes.Of(figure.Attributes));
            _buffer.Write(tables.Sources.Of(figure.Source));
            _buffer.Write(tables.SourceTexts.Of(figure.SourceText));
            _buffer.Write(tables.Moments.Of(figure.KnownFrom.UtcTicks));
            _buffer.Write(tables.Moments.Of(figure.RecordedAt.UtcTicks));
            Span<int> bits = stackalloc int[4];
            var value = figure.Value ?? 0;
            decimal.GetBits(value, bits);
            _buffer.Write((byte)(
                (figure.Value is not null ? HasValue : 0) | (bits[3] < 0 ? IsNegative : 0) | (bits[2] != 0 ? IsLong : 0)
                | (figure.Text is not null ? HasWords : 0) | (figure.Quote is not null ? HasQuote : 0) | (figure.Note is not null ? HasNote : 0)));
            if (figure.Value is not null)
            {
                _buffer.Write(value.Scale);
                _buffer.Write((uint)bits[0] | ((ulong)(uint)bits[1] << 32));
                if (bits[2] != 0) _buffer.Write((uint)bits[2]);
            }

            Write(figure.Text, ref _words);
            Write(figure.Quote, ref _quote);
            Write(figure.Note, ref _note);
            (_id, Count, FirstId, HasTargets) = (figure.Id, Count + 1, Math.Min(FirstId, figure.Id), HasTargets || figure.Kind == ValueKind.Target);
        }

        /// <summary>What was packed, in a place of that length.</summary>
        public PackedSeries In(Memory<byte> place)
        {
            _buffer.Written.CopyTo(place.Span);
            return new(series, tables, place, Count, FirstId, HasTargets);
        }

        private void Write(string? text, ref string before)
        {
            if (text is null) return;
            PackedText.Write(ref _buffer, text, before);
            before = text;
        }
    }
}
