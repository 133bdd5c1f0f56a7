using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Keys;

/// <summary>The keys that buttons are sealed with, in the database and encrypted there, so that every node has them and a restart changes nothing.</summary>
internal sealed class DatabasePressKeyStore(DatabaseReader reader, DatabaseWriter writer, IDataProtectionProvider protection, ILogger<DatabasePressKeyStore> logger)
    : IPressKeyStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("SupervisorBot.Storage.PressKeys");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PressKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await reader.ReadAsync((context, stop) => context.PressKeys.AsNoTracking().ToListAsync(stop), cancellationToken);
        return [.. rows.Select(Open).OfType<PressKey>()];
    }

    /// <inheritdoc/>
    public Task<int> LastGenerationAsync(CancellationToken cancellationToken) => reader.ReadAsync(
        async (context, stop) => await context.PressKeys.MaxAsync(row => (int?)row.Generation, stop) ?? 0, cancellationToken);

    /// <inheritdoc/>
    public async Task AddAsync(PressKey key, int oldest, CancellationToken cancellationToken)
    {
        var secret = For(key.Generation).Protect(key.Reveal().ToArray());
        await writer.WriteAsync(new AddPressKeyChange(key.Generation, key.CreatedAt, secret, oldest), cancellationToken);
    }

    private PressKey? Open(PressKeyRow row)
    {
        try
        {
            return new PressKey(row.Generation, row.CreatedAt, For(row.Generation).Unprotect(row.Secret));
        }
        catch (CryptographicException exception)
        {
            Log.PressKeyUndecryptable(logger, row.Generation, exception.Message);
            return null;
        }
    }

    private IDataProtector For(int generation) => _protector.CreateProtector(generation.ToString(CultureInfo.InvariantCulture));
}
