using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>Compares passwords as the framework does, and notes what each comparison costs.</summary>
internal sealed class CountedPasswords : IPasswordHasher<User>
{
    // The format, the function and the number of its rounds; salt and key follow (PasswordHasher, version 3).
    private const int Header = 1 + 4 + 4;

    private readonly PasswordHasher<User> _passwords = new();
    private readonly ConcurrentQueue<string> _costs = new();

    /// <summary>The function and the number of rounds of every comparison since the last asking.</summary>
    public IReadOnlyList<string> TakeCosts()
    {
        var costs = _costs.ToArray();
        _costs.Clear();
        return costs;
    }

    public string HashPassword(User user, string password) => _passwords.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        _costs.Enqueue(Convert.ToHexString(Convert.FromBase64String(hashedPassword)[..Header]));
        return _passwords.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
