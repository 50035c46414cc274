using Org.BouncyCastle.Crypto.Digests;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>SM3 (GB/T 32905), which neither PostgreSQL nor .NET has on every platform; piece by piece.</summary>
internal sealed class Sm3
{
    private readonly SM3Digest _digest = new();

    /// <summary>Of all at once.</summary>
    /// <returns>32 bytes.</returns>
    public static byte[] Of(ReadOnlySpan<byte> content)
    {
        var sm3 = new Sm3();
        sm3.Add(content);
        return sm3.Take();
    }

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece) => _digest.BlockUpdate(piece);

    /// <summary>Of what was added since the last was taken; the next begins anew.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Take()
    {
        var taken = new byte[_digest.GetDigestSize()];
        _digest.DoFinal(taken);
        return taken;
    }
}
