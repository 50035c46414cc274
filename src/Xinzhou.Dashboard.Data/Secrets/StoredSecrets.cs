using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Secrets;

/// <summary>Brings the secrets that are stored under the key that is set: those of before it was, and those under the one before.</summary>
public static class StoredSecrets
{
    /// <summary>What the event is called.</summary>
    internal const string Action = "secrets.protect";

    private static readonly XNamespace DataProtection = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>Sees that every secret can be read, and encrypts those that are not under the key that is set. Does nothing else where all is well.</summary>
    /// <param name="owner">Makes contexts that connect as the owner: the application does not change keys of Data Protection.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels; nothing is then changed.</param>
    /// <returns>How many were encrypted.</returns>
    /// <exception cref="SecretKeyException">Something is encrypted under a key that is not there.</exception>
    public static async Task<int> ProtectAsync(
        IDbContextFactory<DashboardContext> owner, SecretKeys keys, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(keys);
        await using (var context = await owner.ReadAsync(cancellation))
        {
            var (tokens, rings) = await OthersAsync(context, keys, locks: false, cancellation);
            if (tokens.Count + rings.Count == 0) return 0;
        }

        await using var change = await Change.BeginAsync(owner, "setup", time, ChangeLock.Secrets, cancellation);
        var (held, stored) = await OthersAsync(change.Context, keys, locks: true, cancellation);
        foreach (var token in held) token.Value = keys.Protect(keys.Unprotect(token.Value!, SecretKeys.PlaceOf(token)), SecretKeys.PlaceOf(token));
        foreach (var ring in stored) ring.Xml = Protect(ring.Xml!, keys);
        if (keys.Current is null || held.Count + stored.Count == 0) return 0;
        change.Audit(Action, "", new { keys.Current.Id, secondFactors = held.Count, sessionKeys = stored.Count });
        await change.CommitAsync(cancellation);
        return held.Count + stored.Count;
    }

    /// <summary>What is not under the key that is set; without one, what is under any. To be written it is locked: a code spent meanwhile is not to come back.</summary>
    private static async Task<(List<IdentityUserToken<Guid>> Tokens, List<DataProtectionKey> Keys)> OthersAsync(
        DashboardContext context, SecretKeys keys, bool locks, CancellationToken cancellation)
    {
        var (mine, any) = (keys.Current?.Prefix, SecretKey.AnyPrefix);
        var tokens = (locks ? context.UserTokens.FromSql($"SELECT * FROM user_tokens FOR UPDATE") : context.UserTokens).Where(t => t.Value != null);
        tokens = mine is null ? tokens.Where(t => EF.Functions.Like(t.Value!, any + "%")) : tokens.Where(t => !EF.Functions.Like(t.Value!, mine + "%"));
        // Revocations hold no secret.
        var rings = context.DataProtectionKeys.Where(k => k.Xml!.Contains("requiresEncryption") || k.Xml!.Contains("encryptedSecret"));
        rings = mine is null ? rings.Where(k => k.Xml!.Contains(any)) : rings.Where(k => !k.Xml!.Contains(mine));
        return (await tokens.ToListAsync(cancellation), await rings.ToListAsync(cancellation));
    }

    /// <summary>What Data Protection would have written with the encryptor.</summary>
    private static string Protect(string xml, SecretKeys keys)
    {
        var (root, secret) = (XElement.Parse(xml), DataProtection + "encryptedSecret");
        foreach (var former in root.Descendants(secret).ToArray())
        {
            former.ReplaceWith(XElement.Parse(keys.Unprotect(former.Value, SecretKeyEncryptor.Place)));
        }

        if (keys.Current is null) return root.ToString(SaveOptions.DisableFormatting);
        var encryptor = new SecretKeyEncryptor(keys);
        foreach (var plain in root.Descendants().Where(e => (bool?)e.Attribute(DataProtection + "requiresEncryption") == true).ToArray())
        {
            var encrypted = encryptor.Encrypt(new(plain));
            plain.ReplaceWith(new XElement(secret, new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName!), encrypted.EncryptedElement));
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }
}
