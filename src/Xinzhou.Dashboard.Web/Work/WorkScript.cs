using System.Text;
using Microsoft.JSInterop;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>What work pages ask of the browser itself (<c>js/work.js</c>). Only after the first rendering.</summary>
public sealed class WorkScript(IJSRuntime script) : IAsyncDisposable
{
    private const long MaxBytes = 4_000_000;

    private Task<IJSObjectReference>? module;

    /// <summary>The address of the module; <see cref="InteractiveShell"/> knows it.</summary>
    internal string File { get; set; } = "js/work.js";

    /// <summary>Shows the state of the view in the address, without asking for the page anew.</summary>
    public Task ShowAddressAsync(string address) => DoAsync(m => m.InvokeVoidAsync("showAddress", address));

    /// <summary>Puts a text into the clipboard.</summary>
    /// <returns>False where the browser does not let a page do so.</returns>
    public async Task<bool> CopyAsync(string text)
    {
        var copied = false;
        await DoAsync(async m => copied = await m.InvokeAsync<bool>("copy", text));
        return copied;
    }

    /// <summary>Selects the text of an element.</summary>
    public Task SelectTextAsync(ElementReference element) => DoAsync(m => m.InvokeVoidAsync("selectText", element));

    /// <summary>Puts the focus on an element, once it is there.</summary>
    public Task FocusAsync(string id) => DoAsync(m => m.InvokeVoidAsync("focusOn", id));

    /// <summary>Lets the rows of a list be put in order; the list answers.</summary>
    internal Task OrderRowsAsync<T>(ElementReference list, DotNetObjectReference<T> rows)
        where T : class => DoAsync(m => m.InvokeVoidAsync("orderRows", list, rows));

    /// <summary>Puts the focus into a row of such a list, which may not be drawn yet.</summary>
    internal Task GoToRowAsync(ElementReference list, int place, string column) => DoAsync(m => m.InvokeVoidAsync("goToRow", list, place, column));

    /// <summary>Lets the arrow keys go through the inputs of an element.</summary>
    internal Task RoveAsync(ElementReference element) => DoAsync(m => m.InvokeVoidAsync("rove", element));

    internal Task KeepAsync(string key, string text) => DoAsync(m => m.InvokeVoidAsync("keep", key, text));

    internal Task DropAsync(string key) => DoAsync(m => m.InvokeVoidAsync("drop", key));

    internal async Task<string?> KeptAsync(string key)
    {
        string? text = null;
        await DoAsync(async m =>
        {
            await using var kept = await m.InvokeAsync<IJSStreamReference>("kept", key);
            await using var stream = await kept.OpenReadStreamAsync(MaxBytes);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text = (await reader.ReadToEndAsync())[1..];
        });
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Lets go of the module.</summary>
    public async ValueTask DisposeAsync()
    {
        if (module is { IsCompletedSuccessfully: true })
        {
            await DoAsync(m => m.DisposeAsync());
        }
    }

    private async Task DoAsync(Func<IJSObjectReference, ValueTask> act)
    {
        try
        {
            await act(await (module ??= script.InvokeAsync<IJSObjectReference>("import", $"./{File}").AsTask()));
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The person has left; nothing of this matters any more.
        }
    }
}
