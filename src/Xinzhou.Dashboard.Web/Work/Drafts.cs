using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// Keeps what is half typed on the person's own device, so that it survives a lost circuit, a restart and an ended
/// session: sealed with the keys of this installation for this person, under a name of the part of the page, and gone
/// when he signs out. A change is kept half a second after the last one.
/// </summary>
public sealed class Drafts(WorkScript script, IDataProtectionProvider protection, Caller caller, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, string> unsaved = new();
    private Guid? owner;
    private CancellationTokenSource? waiting;

    /// <summary>
    /// Keeps what is typed; replaces what was kept under the name. Ends when it is kept, or something later is to be: nobody who types
    /// waits for that.
    /// </summary>
    /// <param name="name">Names the part of the page and its subject: <c>user/42</c>.</param>
    /// <param name="value">A value that JSON can carry.</param>
    public async Task KeepAsync<T>(string name, T value)
    {
        if (await OwnerAsync() is not { } person)
        {
            return;
        }

        unsaved[name] = Sealer(person).Protect(JsonSerializer.Serialize(new Draft<T>(time.GetUtcNow(), value)));
        waiting?.Cancel();
        waiting?.Dispose();
        waiting = new();
        try
        {
            await Task.Delay(Pause, time, waiting.Token);
            await FlushAsync();
        }
        catch (Exception superseded) when (superseded is OperationCanceledException or ObjectDisposedException)
        {
            // A later change keeps both.
        }
    }

    /// <summary>Writes at once what waits to be kept.</summary>
    public async Task FlushAsync()
    {
        foreach (var name in unsaved.Keys.ToArray())
        {
            if (owner is { } person && unsaved.TryRemove(name, out var text))
            {
                await script.KeepAsync(KeyOf(person, name), text);
            }
        }
    }

    /// <summary>
    /// What was kept under a name; null if there is none that this person and this program can read. It is laid over the letters that were
    /// typed while it was looked for: half a form weighs more.
    /// </summary>
    public async Task<Draft<T>?> FindAsync<T>(string name)
    {
        if (await OwnerAsync() is not { } person || await script.KeptAsync(KeyOf(person, name)) is not { } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Draft<T>>(Sealer(person).Unprotect(text));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException or NotSupportedException)
        {
            // Of an older program, or of keys that are no more.
            await script.DropAsync(KeyOf(person, name));
            return null;
        }
    }

    /// <summary>Forgets what was kept under a name: it was saved, or the person does not want it.</summary>
    public async Task DropAsync(string name)
    {
        unsaved.TryRemove(name, out _);
        if (await OwnerAsync() is { } person)
        {
            await script.DropAsync(KeyOf(person, name));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => waiting?.Dispose();

    // The person of the page for as long as it is open: what he typed is his also after his session has ended.
    private async ValueTask<Guid?> OwnerAsync() => owner ??= (await caller.FindAsync())?.Id;

    private IDataProtector Sealer(Guid person) => protection.CreateProtector("work-draft", person.ToString());

    private static string KeyOf(Guid person, string name) => $"xzd-draft|{person}|{name}";
}
