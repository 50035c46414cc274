using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>A page as it was rendered for one group of readers, for as long as it is shared.</summary>
/// <param name="time">The clock.</param>
internal sealed class SharedPage(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private readonly long _since = time.GetTimestamp();

    private readonly TaskCompletionSource<Content?> _content = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was rendered, as soon as it is; null when it belongs to one reader.</summary>
    public Task<Content?> Rendered => _content.Task;

    /// <summary>What it is rendered from; null until that has begun.</summary>
    public Snapshot? Snapshot { get; set; }

    /// <summary>Whether it may still be handed on.</summary>
    public bool IsFresh(Snapshot current) =>
        (Snapshot is null || ReferenceEquals(Snapshot, current)) && time.GetElapsedTime(_since) < Lifetime;

    /// <summary>Tells those who wait; only the first call counts.</summary>
    /// <param name="content">The page; null when it is not to be shared.</param>
    public void Tell(Content? content) => _content.TrySetResult(content);

    /// <summary>The answer to the first reader.</summary>
    /// <param name="headers">What it said beside its body, without cookies.</param>
    /// <param name="body">The page.</param>
    /// <param name="header">The part of it that names the reader; null where none does.</param>
    /// <param name="isOfOne">True when one reader gets it, with the part that names him.</param>
    internal sealed class Content(KeyValuePair<string, StringValues>[] headers, byte[] body, Range? header, bool isOfOne = false)
    {
        // A page is asked for thousands of times in its second at most: then the better packing is soon earned. By one reader it is not.
        private const int Quality = 5, QualityForOne = 1, Window = 22;

        private readonly Lazy<byte[]> _brotli = new(() => Packed(body, isOfOne ? QualityForOne : Quality));

        /// <summary>What it said beside its body, without cookies.</summary>
        public IReadOnlyList<KeyValuePair<string, StringValues>> Headers => headers;

        /// <summary>The page.</summary>
        public byte[] Body => body;

        /// <summary>True when a part of it names the reader.</summary>
        public bool NamesReader => header is not null;

        /// <summary>The whole page, packed; for readers whom no part names, or for one.</summary>
        public byte[] Brotli => _brotli.Value;

        /// <summary>Whether no form belongs to one reader, but in the part that names him.</summary>
        public bool IsEverybodys => !HasForm(Before) && !HasForm(After);

        /// <summary>What stands before the part that names the reader; all of it where none does.</summary>
        public ReadOnlyMemory<byte> Before => body.AsMemory(..(header?.Start ?? body.Length));

        /// <summary>What stands after it.</summary>
        public ReadOnlyMemory<byte> After => body.AsMemory((header?.End ?? body.Length)..);

        private static bool HasForm(ReadOnlyMemory<byte> part) => part.Span.IndexOf("__RequestVerificationToken"u8) >= 0;

        private static byte[] Packed(byte[] body, int quality)
        {
            var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
            return BrotliEncoder.TryCompress(body, packed, out var length, quality, Window)
                ? packed.AsSpan(..length).ToArray()
                : throw new InvalidOperationException("A page could not be packed into the room that is always enough.");
        }
    }
}
