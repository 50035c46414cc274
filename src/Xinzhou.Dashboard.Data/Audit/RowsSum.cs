using System.Security.Cryptography;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Sums rows up to a digest, one after the other.</summary>
internal sealed class RowsSum : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _first;
    private long _last;
    private long _count;

    /// <summary>Adds a row.</summary>
    /// <param name="id">Its number, greater than that of the row before.</param>
    /// <param name="row">What it says.</param>
    public void Add(long id, ReadOnlyMemory<byte> row)
    {
        if (_count++ == 0) _first = id;
        _last = id;
        _hash.AppendData(row.Span);
    }

    /// <summary>What was added since the last was taken; null if nothing was. The next begins anew.</summary>
    public RowsDigest? Take()
    {
        var hash = _hash.GetHashAndReset();
        var digest = _count == 0 ? null : new RowsDigest(_first, _last, _count, Convert.ToHexStringLower(hash));
        _count = 0;
        return digest;
    }

    public void Dispose() => _hash.Dispose();
}
