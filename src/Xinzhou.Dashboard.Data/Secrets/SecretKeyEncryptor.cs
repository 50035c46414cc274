using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Xinzhou.Dashboard.Data.Secrets;

/// <summary>Encrypts the keys of Data Protection before they are stored.</summary>
/// <param name="keys">The keys; there is one to encrypt with.</param>
public sealed class SecretKeyEncryptor(SecretKeys keys) : IXmlEncryptor
{
    /// <summary>Where they belong.</summary>
    internal const string Place = "data_protection_keys";

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        return new(
            new XElement("encryptedKey", keys.Protect(plaintextElement.ToString(SaveOptions.DisableFormatting), Place)), typeof(SecretKeyDecryptor));
    }
}
