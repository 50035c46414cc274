namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// The texts that cells of a workbook share, by their number, held letter behind letter: millions of short ones would take
/// several times that as strings.
/// </summary>
internal sealed class SharedTexts
{
    /// <summary>Letters of a block: 64 KB, which is no large object.</summary>
    private const int BlockLength = 1 << 15;

    /// <summary>Texts that are kept as strings, since names are asked for again and again.</summary>
    private const int Recent = 1024;

    private readonly List<char[]> _blocks = [];
    private readonly List<int> _ends = [];
    private readonly (int Index, string? Text)[] _recent = new (int, string?)[Recent];
    private int _length;

    public int Count => _ends.Count;

    /// <summary>The text of a number; <see cref="ArgumentOutOfRangeException"/> if there is none.</summary>
    public string this[int index]
    {
        get
        {
            ref var recent = ref _recent[index % Recent];
            if (recent.Text is null || recent.Index != index)
            {
                recent = (index, Read(index));
            }

            return recent.Text!;
        }
    }

    public void Add(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var at = _length % BlockLength;
            if (at == 0)
            {
                _blocks.Add(new char[BlockLength]);
            }

            var part = rest[..Math.Min(rest.Length, BlockLength - at)];
            part.CopyTo(_blocks[^1].AsSpan(at));
            _length += part.Length;
            rest = rest[part.Length..];
        }

        _ends.Add(_length);
    }

    private string Read(int index)
    {
        var end = _ends[index];
        var start = index == 0 ? 0 : _ends[index - 1];
        return string.Create(end - start, (_blocks, start), static (text, from) =>
        {
            for (var (blocks, at) = from; !text.IsEmpty;)
            {
                var part = blocks[at / BlockLength].AsSpan(at % BlockLength);
                part = part[..Math.Min(part.Length, text.Length)];
                part.CopyTo(text);
                text = text[part.Length..];
                at += part.Length;
            }
        });
    }
}
