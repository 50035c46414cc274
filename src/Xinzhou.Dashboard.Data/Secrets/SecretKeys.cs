using Microsoft.AspNetCore.Identity;

namespace Xinzhou.Dashboard.Data.Secrets;

/// <summary>The keys of secrets in the database: one that they are encrypted under, and one that they may still be under.</summary>
/// <param name="Current">Encrypts; null leaves secrets as they are.</param>
/// <param name="Former">The one before, as long as anything is encrypted under it; else null.</param>
public sealed record SecretKeys(SecretKey? Current, SecretKey? Former = null)
{
    /// <summary>Secrets are kept as they are.</summary>
    public static readonly SecretKeys None = new(Current: null);

    /// <summary>Where a token of Identity belongs: the key of a second factor, recovery codes.</summary>
    internal static string PlaceOf(Guid user, string name) => $"user_tokens {user} {name}";

    /// <summary>Where a token of Identity belongs.</summary>
    internal static string PlaceOf(IdentityUserToken<Guid> token) => PlaceOf(token.UserId, token.Name);

    /// <summary>Encrypts, if there is a key.</summary>
    internal string Protect(string text, string place) => Current?.Protect(text, place) ?? text;

    /// <summary>Decrypts what is encrypted; the rest is as it is.</summary>
    /// <exception cref="SecretKeyException">It is encrypted under another key, was changed, or belongs elsewhere.</exception>
    internal string Unprotect(string text, string place)
    {
        if (!text.StartsWith(SecretKey.AnyPrefix, StringComparison.Ordinal)) return text;
        foreach (var key in new[] { Current, Former })
        {
            if (key is not null && text.StartsWith(key.Prefix, StringComparison.Ordinal)) return key.Unprotect(text, place);
        }

        throw Lost(text.Split(':')[1]);
    }

    private SecretKeyException Lost(string id) => new(
        $"Secrets in the database (second factors, the keys of sessions) are encrypted under the key {id}, and "
        + (Current is { } current ? $"Dashboard:Secrets:KeyFile holds the key {current.Id}" : "Dashboard:Secrets:KeyFile is not set")
        + ": set it to the file of that key (or Dashboard:Secrets:FormerKeyFile, when the key is being changed). Is it lost, docs/security.md, “Secrets”, says how to begin anew.");
}
