using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SupervisorBot.ConnectorSimulator.Files;

/// <summary>A OneDrive on this machine that takes files over upload sessions, as Teams names them to a bot, and keeps every request.</summary>
public sealed class RecordingDrive : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<DriveUpload> _uploads = [];

    private RecordingDrive()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.WebHost.UseShutdownTimeout(TimeSpan.Zero);
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    /// <summary>The drive's address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What every request is answered with; 201 by default.</summary>
    public int Status { get; set; } = StatusCodes.Status201Created;

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<DriveUpload> Uploads
    {
        get
        {
            lock (_lock)
            {
                return [.. _uploads];
            }
        }
    }

    /// <summary>Starts a drive on a free port of loopback.</summary>
    /// <param name="ct">Gives up.</param>
    public static async Task<RecordingDrive> StartAsync(CancellationToken ct = default)
    {
        RecordingDrive drive = new();
        await drive._app.StartAsync(ct);
        drive.Address = new Uri(drive._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return drive;
    }

    /// <summary>The upload session for a file.</summary>
    /// <param name="name">The file's name.</param>
    public Uri SessionFor(string name) => new(Address, $"/personal/alex/_api/v2.0/drive/items/{Uri.EscapeDataString(name)}/uploadSession?guid=1");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        lock (_lock)
        {
            _uploads.Add(new DriveUpload(
                context.Request.Method,
                context.Request.Path + context.Request.QueryString.ToString(),
                context.Request.Headers.ContentRange.ToString(),
                context.Request.Headers.Authorization.ToString(),
                body.ToArray()));
        }

        context.Response.StatusCode = Status;
    }
}
