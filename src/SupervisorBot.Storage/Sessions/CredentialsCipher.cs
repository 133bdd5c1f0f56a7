using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace SupervisorBot.Storage.Sessions;

/// <summary>Encrypts what the gateway knows a session by. What was encrypted for one inspector is of no use for another.</summary>
internal sealed class CredentialsCipher(IDataProtectionProvider protection, ILogger<CredentialsCipher> logger)
{
    private const string Purpose = "SupervisorBot.Storage.SessionCredentials";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    public byte[]? Encrypt(int agentId, string? credentials) =>
        credentials is null ? null : For(agentId).Protect(Encoding.UTF8.GetBytes(credentials));

    /// <summary>Decrypts; null where it cannot be: the inspector then has to sign in again, and everything else of the session stays.</summary>
    public string? Decrypt(int agentId, byte[]? stored)
    {
        if (stored is null)
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(For(agentId).Unprotect(stored));
        }
        catch (CryptographicException exception)
        {
            Log.CredentialsUndecryptable(logger, agentId, exception.Message);
            return null;
        }
    }

    private IDataProtector For(int agentId) => _protector.CreateProtector(agentId.ToString(CultureInfo.InvariantCulture));
}
