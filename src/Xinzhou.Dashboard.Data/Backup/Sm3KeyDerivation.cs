using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Keys by HMAC-SM3: .NET has no SM3 on every platform.</summary>
internal static class Sm3KeyDerivation
{
    private const int Length = 32;

    /// <summary>PBKDF2.</summary>
    /// <returns>32 bytes.</returns>
    public static byte[] Pbkdf2(byte[] secret, byte[] salt, int iterations)
    {
        var generator = new Pkcs5S2ParametersGenerator(new SM3Digest());
        generator.Init(secret, salt, iterations);
        return ((KeyParameter)generator.GenerateDerivedMacParameters(Length * 8)).GetKey();
    }

    /// <summary>The second step of HKDF.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="length">How many bytes are wanted.</param>
    /// <param name="use">What they are for.</param>
    public static byte[] Expand(byte[] key, int length, byte[] use)
    {
        var generator = new HkdfBytesGenerator(new SM3Digest());
        generator.Init(HkdfParameters.SkipExtractParameters(key, use));
        var derived = new byte[length];
        generator.GenerateBytes(derived);
        return derived;
    }
}
