using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Records.Schools;
using Microsoft.AspNetCore.Identity;

namespace LiveClass.Web.Access.Accounts;

/// <summary>Identity over Records: it reads from memory and writes on the one lane. Its setters change the draft; create and update keep it.</summary>
internal sealed class AccountUserStore(AccountStore accounts, AdultStore adults, IdentityErrorDescriber errors)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        var draft = user.Record;
        var made = await accounts.AddAsync(
            new(draft.School, user.AdultId, user.Name, user.Email, draft.UserName, draft.SignIn, draft.Role, draft.Password, draft.Stamp), cancellationToken);
        if (made is null) return IdentityResult.Failed(errors.DuplicateUserName(draft.UserName));
        user.Record = made;
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        if (await accounts.ChangeAsync(user.Record, cancellationToken) is not { } kept) return IdentityResult.Failed(errors.ConcurrencyFailure());
        user.Record = kept;
        return IdentityResult.Success;
    }

    // What an adult did stays in the journal under its key: an account is disabled, never deleted.
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Failed(errors.DefaultError()));

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(int.TryParse(userId, out var adult) ? Of(accounts.ByAdult(new(adult))) : null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(Of(accounts.BySignIn(normalizedUserName)));

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.Adult.Value.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.UserName);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        Set(user, user.Record with { UserName = userName ?? "" });

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.SignIn);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Set(user, user.Record with { SignIn = normalizedName ?? "" });

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.Password);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(user, user.Record with { Password = passwordHash });

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.Password is not null);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.Stamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(user, user.Record with { Stamp = stamp });

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(user.Record.LockedUntil.IsSome ? user.Record.LockedUntil.ToDateTimeOffset() : null);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(user, user.Record with { LockedUntil = lockoutEnd is { } end ? Instant.Of(end) : default });

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        user.Record = user.Record with { Failures = user.Record.Failures + 1 };
        return Task.FromResult(user.Record.Failures);
    }

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Set(user, user.Record with { Failures = 0 });

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.Failures);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private Account? Of(AccountRecord? record) =>
        record is not null && adults.ByKey(record.Adult) is { } adult ? new(record, adult.Id, adult.Name, adult.Email) : null;

    private static Task Set(Account user, AccountRecord changed)
    {
        user.Record = changed;
        return Task.CompletedTask;
    }
}
