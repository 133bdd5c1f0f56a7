using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Sessions;

/// <summary>
/// Encrypts the customer's number that is stored with an interception until it is decided, as credentials are. What was encrypted for one inspector is of no
/// use for another.
/// </summary>
internal sealed class CustomerNumbers(IDataProtectionProvider protection, ILogger<CustomerNumbers> logger)
{
    private const string Purpose = "SupervisorBot.Storage.CustomerNumber";

    /// <summary>What is encrypted begins so, and no number does: one without it was stored by an earlier version.</summary>
    private const string Mark = "protected:";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>The interception as it is to be stored.</summary>
    public InterceptionRecord Encrypt(InterceptionRecord record) => record.CustomerNumber is null || record.View.Step == InterceptionStep.Decided
        ? record
        : record with { CustomerNumber = Mark + For(record).Protect(record.CustomerNumber) };

    /// <summary>The interception as it was; without the number where that cannot be decrypted any more.</summary>
    public InterceptionRecord Decrypt(InterceptionRecord record)
    {
        if (record.CustomerNumber?.StartsWith(Mark, StringComparison.Ordinal) != true)
        {
            return record;
        }

        try
        {
            return record with { CustomerNumber = For(record).Unprotect(record.CustomerNumber[Mark.Length..]) };
        }
        catch (CryptographicException exception)
        {
            Log.CustomerNumberUndecryptable(logger, record.View.Inspector.AgentId, exception.Message);
            return record with { CustomerNumber = null };
        }
    }

    private IDataProtector For(InterceptionRecord record) =>
        _protector.CreateProtector(record.View.Inspector.AgentId.ToString(CultureInfo.InvariantCulture));
}
