using System.Buffers;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A finished answer.</summary>
/// <param name="EntityTag">A strong entity tag over the body and the as-of, in quotes.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Length">The length of the body in bytes.</param>
/// <param name="Parts">The body, in parts; those of a long one are made anew for every reader, and each holds until the next is asked for.</param>
public sealed record Answer(string EntityTag, string ContentType, long Length, Func<IEnumerable<ReadOnlyMemory<byte>>> Parts)
{
    private const int BlockSize = 64 * 1024;

    private byte[]? _whole;

    /// <summary>The address of the next page, relative to the host; null on the last.</summary>
    public string? NextPage { get; init; }

    /// <summary>The name of a file that the body would be saved as; null when it is not meant for one.</summary>
    public string? FileName { get; init; }

    /// <summary>Of which indicator and unit the file holds figures; empty when it is not meant for one, or holds none.</summary>
    public IReadOnlyCollection<(string Indicator, string? Unit)> Holds { get; init; } = [];

    /// <summary>True when the figures are those of the demonstration data set.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Whether the body is held in one piece.</summary>
    public bool IsWhole => _whole is not null;

    /// <summary>The body in one piece: put together once, for those who ask for what was asked for before.</summary>
    public ReadOnlyMemory<byte> Whole => _whole ??= Together();

    /// <summary>An answer whose body is held in one piece.</summary>
    public static Answer Of(string entityTag, string contentType, byte[] body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new(entityTag, contentType, body.Length, () => [body]) { _whole = body };
    }

    /// <summary>Writes the body in blocks.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (block, length) = (ArrayPool<byte>.Shared.Rent(BlockSize), 0);
        try
        {
            foreach (var part in Parts())
            {
                for (var rest = part; rest.Length > 0;)
                {
                    if (length == block.Length)
                    {
                        await stream.WriteAsync(block, cancellation);
                        length = 0;
                    }

                    var taken = Math.Min(rest.Length, block.Length - length);
                    rest[..taken].CopyTo(block.AsMemory(length));
                    (rest, length) = (rest[taken..], length + taken);
                }
            }

            await stream.WriteAsync(block.AsMemory(..length), cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private byte[] Together()
    {
        var (whole, at) = (GC.AllocateUninitializedArray<byte>((int)Length), 0);
        foreach (var part in Parts())
        {
            part.CopyTo(whole.AsMemory(at));
            at += part.Length;
        }

        return whole;
    }
}
