using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Xinzhou.Dashboard.Data.Secrets;

/// <summary>Decrypts what <see cref="SecretKeyEncryptor"/> wrote; Data Protection makes it from its name.</summary>
/// <param name="services">Has the keys.</param>
public sealed class SecretKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        return XElement.Parse(services.GetRequiredService<SecretKeys>().Unprotect(encryptedElement.Value, SecretKeyEncryptor.Place));
    }
}
